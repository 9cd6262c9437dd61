using Kindred.Core.Accounts;
using Kindred.Core.Standards;
using Kindred.Product;
using Xunit;

namespace Kindred.Tests.Product;

public sealed class WorkspaceCorrectionsTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 2, 3, 4, 5, 6, TimeSpan.Zero);
    private readonly string _folder = Directory.CreateTempSubdirectory("kindred-corrections-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static SaidMatch Said(string one, string other, bool isSame, string by = "Kim") => new(new MatchPair(one, other), isSame, one, other, by, At);

    [Fact]
    public void Keep_Pairs_LaterWordReplacesTheEarlier()
    {
        WorkspaceCorrections.Keep(_folder, [Said("a", "b", true), Said("a", "c", false)]);
        WorkspaceCorrections.Keep(_folder, [Said("a", "b", false, "Lee")]);
        var read = WorkspaceCorrections.Read(_folder);
        Assert.Equal([("c", false, "Kim"), ("b", false, "Lee")], read.Matches.Select(match => (match.Pair.Other, match.IsSame, match.By)));
        Assert.Equal(At, read.Matches[0].At);
        Assert.Equal([new MatchDecision(new MatchPair("a", "c"), false), new MatchDecision(new MatchPair("a", "b"), false)], WorkspaceChoices.Read(_folder).Corrections.Matches);
    }

    [Fact]
    public void TakeBack_APair_OnceAndThenSaysSo()
    {
        WorkspaceCorrections.Keep(_folder, [Said("a", "b", true)]);
        Assert.Equal("Kim", WorkspaceCorrections.TakeBack(_folder, new MatchPair("a", "b")).Value.By);
        Assert.Empty(WorkspaceCorrections.Read(_folder).Matches);
        var again = Assert.Single(WorkspaceCorrections.TakeBack(_folder, new MatchPair("a", "b")).Reasons);
        Assert.Equal(("matching.not-decided", "b"), (again.Code, again.Subject));
        Assert.Contains("'a' and 'b'", again.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Titles_KeptAndTakenBack()
    {
        WorkspaceCorrections.Keep(_folder, new SaidTitle("Wizard", JobFunction.Finance, JobLevel.Chief, "Kim", At));
        WorkspaceCorrections.Keep(_folder, new SaidTitle("Wizard", null, JobLevel.Staff, "Lee", At));
        var meaning = WorkspaceChoices.Read(_folder).Corrections.Titles["Wizard"];
        Assert.Equal((JobLevel.Staff, 0), (meaning.Level, meaning.Functions.Count));
        Assert.True(WorkspaceCorrections.TakeBack(_folder, "Wizard").IsAccepted);
        var again = Assert.Single(WorkspaceCorrections.TakeBack(_folder, "Wizard").Reasons);
        Assert.Equal(("standards.title-not-stated", "Wizard"), (again.Code, again.Subject));
        Assert.Contains("'Wizard'", again.Message.Ko, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ not json")]
    [InlineData("null")]
    [InlineData("{}")]
    public void Read_ABrokenFile_CountsAsNothingSaid(string text)
    {
        File.WriteAllText(Path.Combine(_folder, WorkspaceCorrections.FileName), text);
        Assert.Empty(WorkspaceCorrections.Read(_folder).Matches);
        Assert.Empty(WorkspaceCorrections.Read(_folder).Titles);
    }

    [Fact]
    public async Task Keep_ByManyAtOnce_LosesNone()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => WorkspaceCorrections.Keep(_folder, [Said("a", "b" + i.ToString(System.Globalization.CultureInfo.InvariantCulture), true)]))));
        Assert.Equal(20, WorkspaceCorrections.Read(_folder).Matches.Count);
    }

    [Fact]
    public void Choices_OfADrop_LeaveTheWorkspacesCorrectionsAlone()
    {
        WorkspaceCorrections.Keep(_folder, [Said("a", "b", true)]);
        WorkspaceChoices.Read(_folder).With(WorkspaceChoices.None).Write(_folder);
        Assert.Single(WorkspaceCorrections.Read(_folder).Matches);
    }
}
