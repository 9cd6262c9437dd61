using System.Text;
using Kindred.Core.Basics;
using Kindred.Core.Scorecards;
using Kindred.Files;
using Kindred.Files.Scoring;
using Kindred.Statistics.Resampling;
using Kindred.Tests.Files;
using Xunit;

namespace Kindred.Tests.Scorecards;

public sealed class ScoreFileTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_ASmallFile_WritesEveryColumn()
    {
        var path = Write("lead,employees,industry,crm\r\nA-1,100,software,HubSpot\r\n\"B, Inc\",,commerce,\r\n");
        var result = Score(path, Words(), "lead");
        Assert.Equal((2, 0), (result.Scored, result.Rejects.Count));
        Assert.Equal(
            "lead,score,low,high,probability,band,state,top_reason,card\r\n"
            + "A-1,100,100,100,0.9656,90-100,over,CRM in use = HubSpot +40,small v1 (trial)\r\n"
            + "\"B, Inc\",28,10,73,0.0650,20-29,more-questions,,small v1 (trial)\r\n", File.ReadAllText(Out));
    }

    [Fact]
    public void Run_RandomCardsAndFiles_EqualsTypingTheFileFirst()
    {
        var streamed = 0;
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new SeededRandom(seed);
            var card = RandomCards.Card(random, 1 + random.Below(12), random.Below(13), hasTags: seed % 3 == 0, hasFigures: seed % 5 == 0);
            var table = RandomCards.Rows(random, card, 200 + random.Below(300));
            using (var file = File.Create(Path.Combine(_folder.Root, "random.csv")))
            {
                Kindred.Files.Writing.SafeCsv.Write(file, table);
            }

            var read = TableFiles.Read(Path.Combine(_folder.Root, "random.csv")).Value[0];
            var run = ScoreFile.Run(new ScoreFileRequest(Path.Combine(_folder.Root, "random.csv"), card, Out));
            if (!ScoreTable.Of(card, read.Table).TryGet(out var expected, out var reasons))
            {
                Assert.Equal(reasons[0].Code, run.Reasons[0].Code);
                continue;
            }

            Assert.True(run.IsAccepted, $"seed {seed}: " + string.Join(';', run.Reasons));
            streamed += run.Value.IsStreamed ? 1 : 0;
            var scores = File.ReadLines(Out).Skip(1).Select(line => byte.Parse(line.Split(',')[1], System.Globalization.CultureInfo.InvariantCulture)).ToArray();
            Assert.Equal(read.RowCount, run.Value.Scored + run.Value.Rejects.Count);
            Assert.True(expected.AsSpan().SequenceEqual(scores), $"seed {seed}, streamed {run.Value.IsStreamed}");
        }

        Assert.InRange(streamed, 10, 50);
    }

    [Theory]
    [InlineData("employees,industry,crm\n1 000,software,none\n20,software,none\n", false)]
    [InlineData("employees,industry,crm\nN/A,software,none\n20,software,none\n", false)]
    [InlineData("employees,industry,crm\n1.234,software,none\n1.500,software,none\n", false)]
    [InlineData("employees,industry,crm\n007,software,none\n20,software,none\n", false)]
    [InlineData("employees,industry,crm\n20,Software,none\n20,software,none\n", false)]
    [InlineData("employees,industry,crm\n20,2024-01-01,none\n20,2024-01-02,none\n", false)]
    [InlineData("employees,industry,crm\n20,mining,none\n-20.5,software,none\n", true)]
    public void Run_CellsThatTheWholeColumnDecides_GoTheOrdinaryWay(string text, bool isStreamed)
    {
        var path = Write(text);
        var run = ScoreFile.Run(new ScoreFileRequest(path, Words(), Out));
        var ordinary = ScoreTable.Of(Words(), TableFiles.Read(path).Value[0].Table);
        Assert.Equal(ordinary.IsAccepted, run.IsAccepted);
        if (run.IsAccepted)
        {
            Assert.Equal(isStreamed, run.Value.IsStreamed);
            Assert.Equal(ordinary.Value.Select(score => Format.Whole(score)), File.ReadLines(Out).Skip(1).Select(line => line.Split(',')[1]));
        }
        else
        {
            Assert.Equal("scorecards.date-in-field", run.Reasons[0].Code);
        }
    }

    [Fact]
    public void Run_KoreanFileInCp949_IsScored()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        File.WriteAllBytes(Path.Combine(_folder.Root, "k.csv"), Encoding.GetEncoding(949).GetBytes("회사,employees,industry,crm\n가나상사,100,software,HubSpot\n다라물산,9,mining,none\n"));
        var result = Score(Path.Combine(_folder.Root, "k.csv"), Words(), "회사", Language.Korean);
        Assert.False(result.IsStreamed);
        Assert.Contains("가나상사,100,100,100,0.9656,90-100,over,쓰는 CRM: HubSpot +40,small v1 (trial)", File.ReadAllText(Out), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_BrokenRows_AreRejectedAndCounted()
    {
        var result = Score(Write("employees,industry,crm\n100,software,none\n1,2\n50,software,none\n"), Words(), null);
        Assert.Equal((2L, 1), (result.Scored, result.Rejects.Count));
        Assert.Equal(3, result.Rejects[0].RowNumber);
        Assert.Equal(["line", "2", "4"], File.ReadLines(Out).Select(line => line.Split(',')[0].TrimStart('\uFEFF')));
    }

    [Fact]
    public void Run_AWordInANumberColumn_IsRefusedAndWritesNothing()
    {
        var path = Write("employees,industry,crm\n100,software,none\nmany,software,none\n");
        var reason = Assert.Single(ScoreFile.Run(new ScoreFileRequest(path, Words(), Out)).Reasons);
        Assert.Equal("scorecards.word-in-number", reason.Code);
        Assert.Contains("'many'", reason.Message.En, StringComparison.Ordinal);
        Assert.Contains("(line 3)", reason.Message.En, StringComparison.Ordinal);
        Assert.False(File.Exists(Out));
        Assert.False(File.Exists(Out + ".new"));
    }

    [Fact]
    public void Run_AMissingColumn_NamesIt()
    {
        var run = ScoreFile.Run(new ScoreFileRequest(Write("employees,sector,crm\n1,a,b\n"), Words(), Out, "Record ID"));
        Assert.Equal(["scorecards.no-such-field", "scorecards.no-such-field"], run.Reasons.Select(reason => reason.Code));
        Assert.Contains("'industry'", run.Reasons[0].Message.En, StringComparison.Ordinal);
        Assert.Contains("'Record ID'", run.Reasons[1].Message.Ko, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_IdsThatAreFormulas_AreDefused()
    {
        Score(Write("id,employees,industry,crm\n=1+1,1,a,b\n@x,1,a,b\n\"q\"\"uote\",1,a,b\n"), Words(), "id");
        Assert.Equal(["'=1+1", "'@x", "\"q\"\"uote\""], File.ReadLines(Out).Skip(1).Select(line => line[..line.IndexOf(',', StringComparison.Ordinal)]));
    }

    private string Out => Path.Combine(_folder.Root, "scored.csv");

    /// <summary>The small card without tags, so that files can be scored from their bytes.</summary>
    private static Scorecard Words()
    {
        var card = TestCards.Small();
        var crm = card.Attributes[2];
        return card with { Attributes = [card.Attributes[0], card.Attributes[1], crm with { Bins = [crm.Bins[0] with { Condition = Kindred.Core.Conditions.Condition.Is("crm", "HubSpot") }, .. crm.Bins.Skip(1)] }] };
    }

    private ScoreFileResult Score(string path, Scorecard card, string? id, Language language = Language.English) => ScoreFile.Run(new ScoreFileRequest(path, card, Out, id, language)).Value;

    private string Write(string text)
    {
        File.WriteAllText(Path.Combine(_folder.Root, "leads.csv"), text);
        return Path.Combine(_folder.Root, "leads.csv");
    }
}
