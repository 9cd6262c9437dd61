using System.Text.RegularExpressions;
using Kindred.Core.Engagement;
using Kindred.Core.Members;
using Kindred.Documents.Rendering;
using Kindred.Documents.Sharing;
using Kindred.Storage;

namespace Kindred.Bench;

/// <summary>A data folder with one document and one link that asks nothing, and readers who enter by it.</summary>
internal static partial class OneLink
{
    /// <summary>Makes the folder.</summary>
    /// <returns>The link's token.</returns>
    public static async Task<string> MakeAsync(string data, int pages = 12)
    {
        using var workspace = (await Workspace.OpenAsync(Path.Combine(data, "own"), TimeProvider.System, CancellationToken.None).ConfigureAwait(false)).Value;
        var now = TimeProvider.System.GetUtcNow();
        var version = new DocumentVersion(1, "deck.pdf", "", 1, [.. Enumerable.Repeat(new PageSize(960, 540), pages)], new int[pages], [.. Enumerable.Repeat("", pages)], now, null);
        var document = new SharedDocument(Randomness.System.Name(), "Deck", DocumentType.Intro, now, null, [version]);
        await workspace.Documents.AddDocumentAsync(document, CancellationToken.None).ConfigureAwait(false);
        var link = MakeLinks.One(document.Id, new ShareOptions(), null, "bench", null, null, null, now);
        await workspace.Documents.AddLinksAsync([link], CancellationToken.None).ConfigureAwait(false);
        return link.Token;
    }

    /// <summary>A reader enters.</summary>
    /// <returns>The cookie.</returns>
    public static async Task<string> EnterAsync(RawConnection connection, string token)
    {
        var status = await connection.SendAsync(connection.Request("POST", "/v/" + token, "x=y", "Content-Type: application/x-www-form-urlencoded\r\n")).ConfigureAwait(false);
        return status == 302 && Cookie().Match(connection.Head) is { Success: true } found ? found.Value : throw new InvalidOperationException("Not let in: " + connection.Head);
    }

    /// <summary>Starts a view.</summary>
    /// <returns>Its token.</returns>
    public static async Task<string> StartAsync(RawConnection connection, string token, string cookie)
    {
        var status = await connection.SendAsync(connection.Request("POST", $"/v/{token}/start", """{"driven":false,"width":1280,"height":800,"languages":1}""", $"Cookie: {cookie}\r\n")).ConfigureAwait(false);
        return status == 200 && View().Match(connection.Body) is { Success: true } found ? found.Groups[1].Value : throw new InvalidOperationException("No view: " + connection.Head);
    }

    [GeneratedRegex("kindred-view=[^;]+")]
    private static partial Regex Cookie();

    [GeneratedRegex("\"v\":\"([^\"]+)\"")]
    private static partial Regex View();
}
