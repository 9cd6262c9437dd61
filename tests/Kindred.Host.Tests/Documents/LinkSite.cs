using System.Text.RegularExpressions;
using Kindred.Core.Engagement;
using Kindred.Core.Members;
using Kindred.Documents.Rendering;
using Kindred.Documents.Sharing;
using Kindred.Documents.Tracking;
using Kindred.Host.Tests.Web;
using Kindred.Web.Hosting;
using Kindred.Web.Viewing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kindred.Host.Tests.Documents;

/// <summary>A server with one document, for tests of its links.</summary>
internal sealed partial class LinkSite : IAsyncDisposable
{
    private LinkSite(WebSite site, DocumentRoom room, SharedDocument document, ShiftedClock clock) => (Site, Room, Document, Clock) = (site, room, document, clock);

    internal WebSite Site { get; }

    internal DocumentRoom Room { get; }

    /// <summary>The owner's browser.</summary>
    internal required Browser Owner { get; init; }

    internal SharedDocument Document { get; }

    internal ShiftedClock Clock { get; }

    internal LinkDesk Desk => Site.Services.GetRequiredService<LinkDesk>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    internal static async Task<LinkSite> StartAsync(Func<WebOptions, WebOptions>? change = null, int pages = 3, bool withData = false)
    {
        var clock = new ShiftedClock();
        var site = await WebSite.StartAsync(withSample: false, clock: clock, change: change);
        var (owner, _, own) = await site.OwnerAsync();
        if (withData)
        {
            await SmallSample.CopyToAsync(Path.Combine(site.Data, own.Folder));
        }

        var room = (await site.Services.GetRequiredService<LinkDesk>().RoomAsync(own, Ct))!;
        var version = new DocumentVersion(1, "deck.pdf", "", 1, [.. Enumerable.Repeat(new PageSize(300, 200), pages)], new int[pages], [.. Enumerable.Repeat("", pages)], clock.GetUtcNow(), null);
        var bytes = DeckPdf.Of(pages);
        var document = new SharedDocument(Randomness.System.Name(), "제안서 & deck", DocumentType.Intro, clock.GetUtcNow(), null, [version with { Bytes = bytes.Length }]);
        Directory.CreateDirectory(room.Pictures.FolderOf(document.Id));
        await File.WriteAllBytesAsync(room.Pictures.FileOf(document.Id, 1), bytes, Ct);
        await room.Store.AddDocumentAsync(document, Ct);
        await room.RefreshAsync(Ct);
        return new LinkSite(site, room, document, clock) { Owner = owner };
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    /// <summary>A fresh link.</summary>
    internal async Task<ShareLink> LinkAsync(ShareOptions? options = null, string? password = null)
    {
        var hash = password is null ? null : await Site.Members.Hasher.HashAsync(new Secret(password), Ct);
        var link = MakeLinks.One(Document.Id, options ?? new ShareOptions(), hash, "test", null, null, null, Clock.GetUtcNow());
        await Desk.AddAsync(Room, [link], Ct);
        return link;
    }

    /// <summary>Closes a link.</summary>
    internal async Task CloseAsync(ShareLink link) =>
        Assert.True(await Desk.ChangeAsync(Room, Room.Link(link.Id)! with { RevokedAt = Clock.GetUtcNow(), Revision = Room.Link(link.Id)!.Revision + 1 }, Ct));

    /// <summary>Tries to enter.</summary>
    /// <returns>Status of the answer: 302 let in.</returns>
    internal static async Task<int> EnterAsync(Browser browser, ShareLink link, params (string, string)[] fields)
    {
        using var answer = await browser.PostPlainAsync("/v/" + link.Token, fields.Length == 0 ? [("x", "y")] : fields);
        return (int)answer.StatusCode;
    }

    /// <summary>Starts a view.</summary>
    internal static async Task<(int Status, string Token)> ViewAsync(Browser browser, ShareLink link)
    {
        var (status, body) = await SendAsync(browser, $"/v/{link.Token}/start", """{"driven":false,"width":1280,"height":800,"languages":2}""");
        return (status, Token().Match(body).Groups[1].Value);
    }

    /// <summary>Sends a beat.</summary>
    internal static async Task<int> BeatAsync(Browser browser, ShareLink link, string view, int number, double at, double seconds = 2.5, int page = 1, int inputs = 3, bool isEnd = false) =>
        (await SendAsync(browser, $"/v/{link.Token}/beat", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{{\"v\":\"{view}\",\"q\":{number},\"t\":{at},\"p\":[[{page},{seconds},{seconds},0]],\"n\":{inputs},\"e\":{(isEnd ? 1 : 0)}}}"))).Status;

    internal static async Task<(int Status, string Body)> SendAsync(Browser browser, string path, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(browser.Address, path)) { Content = new StringContent(body) };
        using var answer = await browser.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct));
    }

    /// <summary>Visits as pages show them.</summary>
    internal async Task<IReadOnlyList<ReadingVisit>> VisitsAsync() => TrackedVisits.Of(
        await Room.Store.DocumentsAsync(Ct), await Room.Store.LinksAsync(Ct), await Room.Store.ViewersAsync(Ct), await Room.Store.ViewsAsync(null, Ct), await Room.Store.EventsAsync(null, Ct), _ => false, _ => (-1, -1));

    /// <summary>Addresses of page pictures, as the viewer's page asks for them.</summary>
    internal static async Task<IReadOnlyDictionary<string, string>> PagesAsync(Browser browser, ShareLink link) =>
        System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(await browser.TextAsync($"/v/{link.Token}/pages"))!;

    [GeneratedRegex("\"v\":\"([^\"]+)\"")]
    private static partial Regex Token();
}

/// <summary>The system's clock, moved on by what a test says; timers run in real time.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    private long _shift;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _shift));

    internal void Pass(TimeSpan time) => Interlocked.Add(ref _shift, time.Ticks);
}
