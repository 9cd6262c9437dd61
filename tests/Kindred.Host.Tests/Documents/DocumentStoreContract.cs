using System.Diagnostics;
using System.Globalization;
using Kindred.Core.Engagement;
using Kindred.Core.Members;
using Kindred.Documents.Rendering;
using Kindred.Documents.Sharing;
using Kindred.Documents.Tracking;
using Kindred.Host.Tests.Storage;
using Kindred.Storage;
using Xunit;

namespace Kindred.Host.Tests.Documents;

/// <summary>What every store of documents, links, viewers and events must do, whichever database is behind it. KINDRED_SENDS sets how many sends the test of duplicates makes.</summary>
public abstract class DocumentStoreContract : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 11, 22, 9, 30, 0, TimeSpan.FromHours(9));

    protected string Folder { get; } = Directory.CreateTempSubdirectory("kindred-documents-").FullName;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected abstract Task<Workspace> OpenAsync();

    public virtual void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Documents_AddedChangedAndRemoved_AreReadBackEqual()
    {
        var first = Document("a", 2);
        using (var workspace = await OpenAsync())
        {
            await workspace.Documents.AddDocumentAsync(first, Ct);
            await workspace.Documents.AddDocumentAsync(Document("b", 1), Ct);
            await workspace.Documents.AddVersionAsync(first.Id, Version(3), Ct);
            var changed = first with { Title = "바뀐 '제목' <b>", Type = DocumentType.Pricing, RemovedAt = At, Versions = [.. first.Versions, Version(3) with { Tags = ["pricing", ""] }] };
            await workspace.Documents.ChangeDocumentAsync(changed, Ct);
        }

        using var again = await OpenAsync();
        var read = await again.Documents.DocumentsAsync(Ct);
        Assert.Equal([Id("a"), Id("b")], read.Select(document => document.Id));
        Assert.Equal(("바뀐 '제목' <b>", DocumentType.Pricing, At, 3), (read[0].Title, read[0].Type, read[0].RemovedAt, read[0].Current.Number));
        Assert.Equal(["pricing", ""], read[0].Current.Tags);
        Assert.Equal(["", ""], read[0].Versions[0].Tags);
        Assert.Equal([new PageSize(960, 540), new PageSize(595.5, 842)], read[0].Current.Sizes);
    }

    /// <summary>What is read in several questions is of one moment: no document without a version, however many are added beside.</summary>
    [Fact]
    public async Task Documents_ReadWhileOthersAreAdded_AreWhole()
    {
        using var workspace = await OpenAsync();
        var adding = Task.Run(async () =>
        {
            for (var i = 0; i < 150; i++)
            {
                await workspace.Documents.AddDocumentAsync(Document("n" + i.ToString(CultureInfo.InvariantCulture), 2), Ct);
            }
        }, Ct);
        var reads = 0;
        while (!adding.IsCompleted)
        {
            Assert.All(await workspace.Documents.DocumentsAsync(Ct), document => Assert.Equal(2, document.Versions.Count));
            reads++;
        }

        await adding;
        Assert.True(reads > 5, $"only {reads} reads beside it");
    }

    [Fact]
    public async Task Version_WithATakenNumber_IsNotStored()
    {
        using var workspace = await OpenAsync();
        await workspace.Documents.AddDocumentAsync(Document("a", 1), Ct);
        await Assert.ThrowsAnyAsync<Exception>(() => workspace.Documents.AddVersionAsync(Id("a"), Version(1) with { FileName = "other.pdf" }, Ct));
        Assert.Equal("deck.pdf", Assert.Single(await workspace.Documents.DocumentsAsync(Ct)).Current.FileName);
    }

    [Fact]
    public async Task Links_AddedAndChanged_AreReadBackEqualAndOnlyOnceARevision()
    {
        var link = Link("l", 3) with { Options = new ShareOptions { AskEmail = true, Allowed = ["a@b.kr", "c.kr"], ExpiresAt = At, MaxOpens = 3, IsAnonymous = false, Cta = new CallToAction("예약", "https://example.com/") }, Password = await Hasher.HashAsync(new Secret("비밀"), Ct) };
        using (var workspace = await OpenAsync())
        {
            await workspace.Documents.AddLinksAsync([link, Link("m", null)], Ct);
            Assert.True(await workspace.Documents.ChangeLinkAsync(link with { Label = "다른 이름", RevokedAt = At, Revision = 2 }, Ct));
            Assert.False(await workspace.Documents.ChangeLinkAsync(link with { Label = "late", Revision = 2 }, Ct));
            Assert.False(await workspace.Documents.ChangeLinkAsync(link with { Label = "ahead", Revision = 9 }, Ct));
        }

        using var again = await OpenAsync();
        var read = await again.Documents.LinksAsync(Ct);
        Assert.Equal([Id("l"), Id("m")], read.Select(one => one.Id));
        Assert.Equal(("다른 이름", At, 2, LinkState.Revoked), (read[0].Label, read[0].RevokedAt, read[0].Revision, read[0].StateAt(At)));
        Assert.Equal(link.Options.Allowed, read[0].Options.Allowed);
        Assert.Equal((link.Options.ExpiresAt, 3, link.Options.Cta), (read[0].Options.ExpiresAt, read[0].Options.MaxOpens, read[0].Options.Cta));
        Assert.True(await Hasher.VerifyAsync(new Secret("비밀"), read[0].Password, Ct));
    }

    [Fact]
    public async Task Links_OneOfManyIsTaken_NoneIsStored()
    {
        using var workspace = await OpenAsync();
        await workspace.Documents.AddLinksAsync([Link("l", null)], Ct);
        await Assert.ThrowsAnyAsync<Exception>(() => workspace.Documents.AddLinksAsync([Link("m", null), Link("l", null)], Ct));
        Assert.Single(await workspace.Documents.LinksAsync(Ct));
    }

    /// <summary>T30.</summary>
    [Fact]
    public async Task Admit_TwoHundredAtOnceOnALimitOfTen_ExactlyTen()
    {
        using var workspace = await OpenAsync();
        await workspace.Documents.AddLinksAsync([Link("l", 10), Link("free", null)], Ct);
        var counts = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => workspace.Documents.AdmitAsync(Viewer(i, "l"), Ct), Ct)));
        Assert.Equal(Enumerable.Range(1, 10).Cast<int?>(), counts.Where(count => count is not null).Order());
        Assert.Equal(10, (await workspace.Documents.ViewersAsync(Ct)).Count);
        Assert.Equal((10, LinkState.UsedUp), ((await workspace.Documents.LinksAsync(Ct))[0].Opens, (await workspace.Documents.LinksAsync(Ct))[0].StateAt(At)));
        Assert.Equal(1, await workspace.Documents.AdmitAsync(Viewer(500, "free"), Ct));
    }

    [Fact]
    public async Task Admit_ClosedOrChangedLinkOrTheTeam_IsTold()
    {
        using var workspace = await OpenAsync();
        await workspace.Documents.AddLinksAsync([Link("l", 1)], Ct);
        Assert.Null(await workspace.Documents.AdmitAsync(Viewer(1, "l") with { Revision = 2 }, Ct));
        Assert.Equal(0, await workspace.Documents.AdmitAsync(Viewer(2, "l") with { IsTeam = true }, Ct));
        var kept = Viewer(3, "l") with { Email = "지우@b.kr", ConsentAt = At };
        Assert.Equal(1, await workspace.Documents.AdmitAsync(kept, Ct));
        Assert.Null(await workspace.Documents.AdmitAsync(Viewer(4, "l"), Ct));
        Assert.Equal(kept, await workspace.Documents.ViewerAsync(kept.Id, Ct));
        Assert.Null(await workspace.Documents.ViewerAsync("nobody", Ct));
        await workspace.Documents.ChangeLinkAsync(Link("l", 9) with { RevokedAt = At, Revision = 2 }, Ct);
        Assert.Null(await workspace.Documents.AdmitAsync(Viewer(5, "l") with { Revision = 2 }, Ct));
    }

    [Fact]
    public async Task Guesses_ManyAtOnce_AreAllCountedAndGivenBack()
    {
        using var workspace = await OpenAsync();
        var counts = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => workspace.Documents.CountGuessAsync(["link", "link|address"], At, Ct), Ct)));
        Assert.Equal(Enumerable.Range(1, 50), counts.Select(pair => pair[0].Tries).Order());
        Assert.Equal(Enumerable.Range(1, 50), counts.Select(pair => pair[1].Tries).Order());
        await workspace.Documents.GiveBackGuessAsync(["link", "nobody"], Ct);
        Assert.Equal([50, 51], (await workspace.Documents.CountGuessAsync(["link", "link|address"], At.AddMinutes(59), Ct)).Select(count => count.Tries));
        Assert.Equal(1, (await workspace.Documents.CountGuessAsync(["link"], At.AddHours(1), Ct))[0].Tries);
    }

    [Fact]
    public async Task Codes_Used_OnceFiveTriesNewestOnly()
    {
        using var workspace = await OpenAsync();
        var store = workspace.Documents;
        Assert.True(await store.AddCodeAsync(Code("one", 0), Ct));
        Assert.False(await store.AddCodeAsync(Code("soon", 29), Ct));
        Assert.True(await store.UseCodeAsync("l", "a@b.kr", "one", At.AddSeconds(20), Ct));
        Assert.False(await store.UseCodeAsync("l", "a@b.kr", "one", At.AddSeconds(21), Ct));
        Assert.True(await store.AddCodeAsync(Code("two", 40), Ct));
        Assert.True(await store.AddCodeAsync(Code("three", 80), Ct));
        Assert.False(await store.UseCodeAsync("l", "a@b.kr", "two", At.AddSeconds(81), Ct));
        Assert.False(await store.UseCodeAsync("other", "a@b.kr", "three", At.AddSeconds(81), Ct));
        Assert.False(await store.UseCodeAsync("l", "x@b.kr", "three", At.AddSeconds(81), Ct));
        for (var i = 0; i < 4; i++)
        {
            Assert.False(await store.UseCodeAsync("l", "a@b.kr", "wrong", At.AddSeconds(82), Ct));
        }

        // One wrong try above and four here: the fifth was the last.
        Assert.False(await store.UseCodeAsync("l", "a@b.kr", "three", At.AddSeconds(83), Ct));
        Assert.True(await store.AddCodeAsync(Code("old", 120), Ct));
        Assert.False(await store.UseCodeAsync("l", "a@b.kr", "old", At.AddSeconds(120).AddMinutes(10), Ct));
        var sent = 4;
        for (var i = 0; i < 20; i++)
        {
            sent += await store.AddCodeAsync(Code("more", 1_000 + (i * 40)), Ct) ? 1 : 0;
        }

        Assert.Equal(OneTimeCode.MostADay, sent);
        Assert.True(await store.AddCodeAsync(Code("tomorrow", 86_400 + 2_000), Ct));

        // Many at once with the right code: one gets in.
        Assert.Equal(1, (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => store.UseCodeAsync("l", "a@b.kr", "tomorrow", At.AddSeconds(86_400 + 2_001), Ct), Ct)))).Count(used => used));
    }

    [Fact]
    public async Task Events_OfViews_AreReadBackByDocument()
    {
        using var workspace = await OpenAsync();
        var store = workspace.Documents;
        await store.AddViewAsync(View("v1", "a"), Ct);
        await store.AddViewAsync(View("v2", "b"), Ct);
        var before = store.Stamp;
        Assert.Equal([EventVerdict.Kept, EventVerdict.Kept, EventVerdict.Repeated], await store.KeepAsync([Event("v1", 1), Event("v2", 1), Event("v1", 1)], Ct));
        Assert.True(store.Stamp > before);
        Assert.Equal([EventVerdict.Conflicting], await store.KeepAsync([Event("v1", 1) with { Body = "{}" }], Ct));
        Assert.Equal([EventVerdict.Kept], await store.KeepAsync([Event("v1", 1) with { Source = "other" }], Ct));
        Assert.Equal(Event("v2", 1) with { At = At.ToUniversalTime() }, Assert.Single(await store.EventsAsync("b", Ct)));
        Assert.Equal(3, (await store.EventsAsync(null, Ct)).Count);
        Assert.Equal(["v1"], (await store.ViewsAsync("a", Ct)).Select(view => view.Id));
        Assert.Equal(View("v1", "a"), (await store.ViewsAsync("a", Ct))[0]);
        Assert.Empty(await store.KeepAsync([], Ct));
    }

    /// <summary>T18: many senders, three in ten sends are repeated, one in a hundred of those with another body.</summary>
    [Fact]
    public async Task Keep_ManySendsWithDuplicates_StoresEachOnceAndTheFirst()
    {
        var sends = int.Parse(Environment.GetEnvironmentVariable("KINDRED_SENDS") ?? "100000", CultureInfo.InvariantCulture);
        var random = new Random(18);
        var distinct = (int)(sends * 0.7);
        var order = Enumerable.Range(0, distinct).Concat(Enumerable.Range(0, sends - distinct).Select(_ => random.Next(distinct))).Select(id => (Id: id, Other: false)).ToArray();
        for (var i = distinct; i < order.Length; i += 100)
        {
            order[i].Other = true;
        }

        random.Shuffle(order);
        using var workspace = await OpenAsync();
        var store = workspace.Documents;
        var next = -1;
        var verdicts = new EventVerdict[order.Length];
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var i && i < order.Length)
            {
                verdicts[i] = (await store.KeepAsync([Sent(order[i])], CancellationToken.None))[0];
            }
        }, Ct)));
        TestContext.Current.TestOutputHelper?.WriteLine($"{sends} sends in {watch.Elapsed.TotalSeconds:F1} s");
        var stored = await store.EventsAsync(null, Ct);
        Assert.Equal(distinct, stored.Count);
        Assert.Equal(distinct, stored.Select(entry => entry.MessageId).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(distinct, verdicts.Count(verdict => verdict == EventVerdict.Kept));

        // What was answered with "kept" is what is stored; every other body was reported as in conflict with it.
        var bodies = stored.ToDictionary(entry => entry.MessageId, entry => entry.Body, StringComparer.Ordinal);
        for (var i = 0; i < order.Length; i++)
        {
            var sent = Sent(order[i]);
            Assert.Equal(verdicts[i] != EventVerdict.Conflicting, bodies[sent.MessageId] == sent.Body);
        }

        Assert.True(sends < 1_000 || verdicts.Contains(EventVerdict.Conflicting));
    }

    private protected static ViewEvent Sent((int Id, bool Other) sent) => new("view", "m" + sent.Id.ToString(CultureInfo.InvariantCulture), "v" + (sent.Id % 100).ToString(CultureInfo.InvariantCulture), "beat", sent.Id, At, sent.Other ? """{"t":9}""" : """{"t":1}""");

    private static PasswordHasher Hasher { get; } = new(100, Randomness.System);

    private static string Id(string name) => name.PadLeft(32, '0');

    private static SharedDocument Document(string name, int versions) => new(Id(name), "Deck " + name, DocumentType.Intro, At, null, [.. Enumerable.Range(1, versions).Select(Version)]);

    private static DocumentVersion Version(int number) => new(number, "deck.pdf", new string('a', 64), 1234, [new PageSize(960, 540), new PageSize(595.5, 842)], [10, 0], ["", ""], At, "김");

    private static ShareLink Link(string name, int? most) => new(Id(name), "token-" + name, Id("a"), new ShareOptions { MaxOpens = most }, null, 1, "label " + name, null, null, At, null, null, 0);

    private static Viewer Viewer(int number, string link) => new("viewer" + number.ToString(CultureInfo.InvariantCulture), Id(link), 1, null, false, null, null, null, "Chrome", "x", null, At, At.AddHours(12), false);

    private static OneTimeCode Code(string hash, int second) => new("l", "a@b.kr", hash, At.AddSeconds(second), 0, null);

    private static DocumentView View(string id, string document) => new(id, "l", document, 1, "viewer", At, new OpeningSigns(null, false, true, false, true));

    private static ViewEvent Event(string view, int number) => new("view", view + ":b" + number.ToString(CultureInfo.InvariantCulture), view, "beat", number, At, """{"t":1}""");
}

public sealed class SqliteDocumentStoreTests : DocumentStoreContract
{
    protected override async Task<Workspace> OpenAsync() => (await Workspace.OpenAsync(Path.Combine(Folder, "workspace"), TimeProvider.System, Ct)).Value;

    /// <summary>A disk that does not answer: what waits is bounded, callers are told to come back, and whatever was taken is kept.</summary>
    [Fact]
    public async Task Keep_WhileTheDiskIsStuck_TakesNoMoreThanFitsAndKeepsWhatItTook()
    {
        using var workspace = await OpenAsync();
        using var other = new Microsoft.Data.Sqlite.SqliteConnection("Data Source=" + Path.Combine(Folder, "workspace", "kindred.db"));
        await other.OpenAsync(Ct);
        List<Task<IReadOnlyList<EventVerdict>>> sent = [];
        await using (await other.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, Ct))
        {
            for (var i = 0; i < 70; i++)
            {
                var at = i * 1_000;
                sent.Add(workspace.Documents.KeepAsync([.. Enumerable.Range(at, 1_000).Select(id => Sent((id, false)))], CancellationToken.None));
            }

            var refused = sent.Where(task => task.IsFaulted).ToArray();
            Assert.InRange(refused.Length, 10, 30);
            Assert.All(refused, task => Assert.Equal("storage.busy", Assert.IsType<Kindred.Core.Workspaces.StorageException>(task.Exception!.InnerException).Reason.Code));
        }

        var kept = 0;
        foreach (var task in sent.Where(task => !task.IsFaulted).ToArray())
        {
            kept += (await task).Count(verdict => verdict == EventVerdict.Kept);
        }

        Assert.Equal(kept, (await workspace.Documents.EventsAsync(null, Ct)).Count);
        Assert.Equal(1_000 * sent.Count(task => task.IsCompletedSuccessfully), kept);
        Assert.InRange(kept, 40_000, 60_000);
    }
}

public sealed class PostgresDocumentStoreTests(PostgresServer server) : DocumentStoreContract, IClassFixture<PostgresServer>
{
    private string? _database;

    protected override async Task<Workspace> OpenAsync()
    {
        _database ??= await server.FreshAsync();
        return (await Workspace.OpenPostgresAsync(_database, "test", TimeProvider.System, Ct)).Value;
    }
}
