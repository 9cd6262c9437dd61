using Kindred.Core.Basics;
using Kindred.Core.CustomerValue;
using Kindred.Core.Profiles;
using Kindred.Core.Workspaces;
using Kindred.Product;
using Kindred.Tests.CustomerValue;
using Xunit;

namespace Kindred.Tests.Product;

/// <summary>What people leave in a workspace folder: versions, picks, ticks.</summary>
public sealed class WorkspaceFilesTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 2, 3);
    private readonly string _folder = Directory.CreateTempSubdirectory("kindred-files-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Versions_StatedInBetween_ComeNewestFirstWithWhatChanged()
    {
        ProfileFolder.Write(_folder, Document());
        var changed = ProfileChanges.State(_folder, new StateClauseRequest(1, "budget", "팀장이 정해요", "Kim", Day)).Value;
        Assert.Equal(2, changed.Version);
        var versions = ProfileVersions.Of(_folder);
        Assert.Equal([(2, false), (1, true)], versions.Select(version => (version.Document.Version, version.IsFirst)));
        Assert.Contains("팀장이 정해요", Assert.Single(versions[0].Changes).Ko, StringComparison.Ordinal);
    }

    [Fact]
    public async Task State_ByTwoAtOnce_LosesNeitherAndRefusesWhatWasNotSeen()
    {
        ProfileFolder.Write(_folder, Document());
        var both = await Task.WhenAll(new[] { "budget", "value" }.Select(row => Task.Run(() => ProfileChanges.State(_folder, new StateClauseRequest(1, row, row, "Kim", Day)))));
        Assert.Single(both, result => result.IsAccepted);
        Assert.Equal("profiles.version-moved", Assert.Single(both, result => !result.IsAccepted).Reasons[0].Code);
        Assert.Single(ProfileFolder.Read(_folder).Value.Clauses, clause => clause.Origin == "stated");
    }

    [Fact]
    public void Sign_AVersionThatIsNotThere_SaysThereIsNoProfile() =>
        Assert.Equal("icp.not-found", ProfileChanges.Sign(_folder, 1, "sales", "Kim", Day).Reasons[0].Code);

    [Fact]
    public void Picks_ByNameOrKey_ComeBackWithTheirRank()
    {
        var (snapshot, ranking) = Ranked();
        var picks = BestPicks.Keep(snapshot, ranking, ["firm 2", "", "c0", "Firm 2"], "Kim", Day).Value;
        Assert.Equal(["c2", "c0"], picks.Companies);
        var read = BestPicks.Read(_folder);
        Assert.Equal((2, "Kim"), (read.Companies.Count, read.By));
        Assert.Equal(ranking.Customers.Where(customer => customer.Account is 0 or 2).Select(customer => customer.Rank).Order(), read.Ranked(snapshot, ranking).Select(customer => customer.Rank));
    }

    [Fact]
    public void Picks_UnknownOrTooMany_AreRefusedAndTheEarlierStay()
    {
        var (snapshot, ranking) = Ranked();
        Assert.True(BestPicks.Keep(snapshot, ranking, ["c1"], "Kim", Day).IsAccepted);
        var unknown = Assert.Single(BestPicks.Keep(snapshot, ranking, ["c1", "Acme"], "Kim", Day).Reasons);
        Assert.Equal(("customers.unknown-pick", "Acme"), (unknown.Code, unknown.Subject));
        var many = Assert.Single(BestPicks.Keep(snapshot, ranking, [.. Enumerable.Range(0, 11).Select(index => "c" + Format.Whole(index))], "Kim", Day).Reasons);
        Assert.Equal("customers.too-many-picks", many.Code);
        Assert.Contains("11 were picked", many.Message.En, StringComparison.Ordinal);
        Assert.Equal(["c1"], BestPicks.Read(_folder).Companies);
    }

    [Fact]
    public void Picks_ABrokenFile_CountsAsNone()
    {
        File.WriteAllText(Path.Combine(_folder, "picks.json"), "{ not json");
        Assert.Empty(BestPicks.Read(_folder).Companies);
    }

    [Fact]
    public void Ticks_OnlyForWhatTheDataCannotTell()
    {
        Assert.True(StepMarks.Set(_folder, "seven-steps.channels", true, "Kim", Day).IsAccepted);
        Assert.Equal("seven-steps.channels", Assert.Single(StepMarks.Read(_folder)).Step);
        Assert.Empty(StepMarks.Set(_folder, "seven-steps.channels", false, "Kim", Day).Value);
        Assert.Equal("steps.not-by-hand", StepMarks.Set(_folder, "seven-steps.scorecard", true, "Kim", Day).Reasons[0].Code);
    }

    [Fact]
    public void Steps_AreToldFromTheWorkspace()
    {
        var empty = FirstSteps.Seven(Snapshot(null), [], Day);
        Assert.Equal(0, empty.Count(step => step.IsDone));
        Assert.Equal("seven-steps.criteria", Assert.Single(empty, step => step.IsNext).Item.Id);

        var with = FirstSteps.Seven(Snapshot(Document() with { CustomerCount = 12 }), [new StepMark("seven-steps.channels", null, Day)], Day);
        Assert.Equal(["criteria", "list", "channels"], with.Where(step => step.IsDone).Select(step => step.Item.Id.Split('.')[1]));
        Assert.Equal("seven-steps.hypotheses", Assert.Single(with, step => step.IsNext).Item.Id);
        Assert.Contains("2026-05-01", with[^1].Note!.En, StringComparison.Ordinal);
        Assert.Equal("Due now.", FirstSteps.Seven(Snapshot(Document()), [], new DateOnly(2026, 5, 1))[^1].Note!.En);
    }

    [Fact]
    public void Changed_SumsADaysFilesAndLeavesOutWhatIsOld()
    {
        var now = new DateTimeOffset(2026, 2, 3, 12, 0, 0, TimeSpan.Zero);
        Import[] imports = [Imported(1, "a.csv", 10, now.AddDays(-1)), Imported(2, "b.csv", 5, now.AddDays(-1)), Imported(3, "c.csv", 7, now.AddDays(-31)), Imported(4, "d.csv", 3, now) with { State = ImportState.Undone }];
        var changes = WhatChanged.Of(imports, [], now.AddDays(-WhatChanged.Days));
        Assert.Equal(["The import of d.csv was undone.", "15 rows came in from 2 files."], changes.Select(change => change.Text.En));
    }

    [Fact]
    public void Changed_SinceALook_LeavesOutVersionsAndFilesSeenThen()
    {
        var now = new DateTimeOffset(2026, 2, 3, 12, 0, 0, TimeSpan.Zero);
        ProfileVersion[] versions = [new(Document() with { Version = 2 }, [Wording.Same("More")], false) { WrittenAt = now.AddHours(-3) }, new(Document(), [], true)];
        Import[] imports = [Imported(1, "a.csv", 10, now.AddHours(-5)), Imported(2, "b.csv", 5, now.AddHours(-1))];
        Assert.Equal(["5 rows came in from b.csv."], WhatChanged.Of(imports, versions, now.AddHours(-2)).Select(change => change.Text.En));
        Assert.Equal(["5 rows came in from b.csv.", "Profile v2: More"], WhatChanged.Of(imports, versions, now.AddHours(-4)).Select(change => change.Text.En));
    }

    [Fact]
    public void LastImport_OfSeveralFiles_IsWhereTheFirstOfThemBegan()
    {
        var now = new DateTimeOffset(2026, 2, 3, 12, 0, 0, TimeSpan.Zero);
        Import[] imports = [Imported(1, "old.csv", 1, now.AddDays(-9)), Imported(2, "a.csv", 1, now.AddMinutes(-9)), Imported(3, "b.csv", 1, now.AddMinutes(-5)), Imported(4, "c.csv", 1, now) with { State = ImportState.Undone }];
        Assert.Equal(now.AddMinutes(-9), WhatChanged.LastImport(imports));
        Assert.Null(WhatChanged.LastImport([]));
    }

    [Fact]
    public void Looks_ReloadingGoesOnWithOneLook_AndEveryPersonHasTheirOwn()
    {
        var first = new DateTimeOffset(2026, 2, 3, 10, 0, 0, TimeSpan.Zero);
        Assert.Null(LastLooks.Note(_folder, "kim", first));
        Assert.Null(LastLooks.Note(_folder, "kim", first.AddMinutes(12)));
        Assert.Equal(first.AddMinutes(12), LastLooks.Note(_folder, "kim", first.AddMinutes(42)));
        Assert.Equal(first.AddMinutes(12), LastLooks.Note(_folder, "kim", first.AddMinutes(70)));
        Assert.Null(LastLooks.Note(_folder, "lee", first.AddMinutes(70)));
        Assert.Equal(first.AddMinutes(70), LastLooks.Note(_folder, "kim", first.AddDays(2)));
    }

    [Fact]
    public void Looks_ABrokenFile_CountsAsNone()
    {
        File.WriteAllText(Path.Combine(_folder, "looks.json"), "{ not json");
        Assert.Null(LastLooks.Note(_folder, "kim", DateTimeOffset.UnixEpoch));
        Assert.Equal(DateTimeOffset.UnixEpoch, LastLooks.Note(_folder, "kim", DateTimeOffset.UnixEpoch.AddDays(1)));
    }

    private (WorkspaceSnapshot Snapshot, CustomerRanking Ranking) Ranked()
    {
        var facts = CustomersByHand.Of([.. Enumerable.Range(0, 12).Select(index => ((decimal?)(100 * (index + 1)), (int?)(50 - index), new DateOnly(2025, 3, 1)))]);
        return (Snapshot(null) with { Facts = facts }, RankCustomers.Run(facts).Value);
    }

    private WorkspaceSnapshot Snapshot(ProfileDocument? profile) => new() { Folder = _folder, IsInvented = false, Imports = [], Profile = profile };

    private static Import Imported(long id, string file, long rows, DateTimeOffset at) =>
        new(id, ImportState.Active, new ImportedTable(file, "", "", 1, []), rows, 0, rows, true, at, at);

    private static ProfileDocument Document() => new()
    {
        Name = Wording.Same("core"),
        AsOf = new DateOnly(2026, 1, 31),
        Verdict = "hypotheses",
        Why = Wording.Same("why"),
        Sentence = Wording.Same("sentence"),
        Paragraph = Wording.Same("paragraph"),
        Outcomes = new OutcomeCounts(20, 80),
        Clauses = [new ClauseLine("budget", Wording.Same("Budget"), "unknown", Wording.Same("How much?"), null)],
    };
}
