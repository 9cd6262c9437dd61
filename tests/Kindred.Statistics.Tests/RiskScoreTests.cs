using Kindred.Statistics.Binning;
using Kindred.Statistics.Regression;
using Kindred.Statistics.Resampling;
using Kindred.Statistics.RiskScores;

namespace Kindred.Statistics.Tests;

public class RiskScoreTests
{
    [Fact]
    public void Run_TwoRealFieldsAmongNoise_TakesThem()
    {
        var (fields, positive) = Additive(4000, 1);
        var score = Learn(fields, positive);
        Assert.Contains(score.Attributes, attribute => attribute.Field == 0);
        Assert.Contains(score.Attributes, attribute => attribute.Field == 1);
        var noise = score.Attributes.Where(attribute => attribute.Field > 1).Sum(attribute => attribute.Points.Max());
        Assert.True(noise <= 15, $"{noise} points for noise");
        Assert.Empty(score.Lines);
    }

    [Fact]
    public void Run_ScoresAre0To100_AndMaximaAddUpTo100()
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            var (fields, positive) = Additive(800, seed);
            var score = Learn(fields, positive);
            Assert.Equal(100, score.Attributes.Sum(attribute => attribute.Points.Max()) + score.LinePoints.Sum());
            Assert.All(score.Attributes, attribute => Assert.Equal(0, attribute.Points.Min()));
            Assert.All(score.Score([.. fields.Select(field => field.Cells)]), points => Assert.InRange(points, 0, 100));
        }
    }

    [Fact]
    public void Run_GroupPoints_AreKeptExactly()
    {
        var (fields, positive) = Additive(3000, 3);
        RiskScoreField[] grouped = [.. fields.Select((field, i) => field with { Group = i % 2 })];
        var score = LearnRiskScore.Run(grouped, positive, Clusters.Single(positive.Length), null, new RiskScoreOptions { GroupPoints = [70, 30] })!;
        for (var group = 0; group < 2; group++)
        {
            Assert.Equal(group == 0 ? 70 : 30, score.Attributes.Where(attribute => grouped[attribute.Field].Group == group).Sum(attribute => attribute.Points.Max())
                + score.Lines.Select((line, i) => grouped[score.Attributes[line.First.Attribute].Field].Group == group ? score.LinePoints[i] : 0).Sum());
        }
    }

    [Fact]
    public void Run_InteractionOnly_IsFoundAsALineAndConfirmed()
    {
        // Cells 1 of both fields together matter; each alone hardly does.
        var random = new SeededRandom(12);
        byte[] a = [.. Enumerable.Range(0, 8000).Select(_ => (byte)(1 + random.Below(3)))], b = [.. Enumerable.Range(0, 8000).Select(_ => (byte)(1 + random.Below(3)))];
        byte[] positive = [.. a.Select((cell, row) => (byte)(random.NextUnit() < (cell == 1 == (b[row] == 1) ? 0.4 : 0.15) ? 1 : 0))];
        var score = Learn([new RiskScoreField(a, 4, false), new RiskScoreField(b, 4, false)], positive);
        Assert.NotEmpty(score.Lines);
        Assert.All(score.Lines, line => Assert.True(line.ConfirmedP < 0.05 / 12));
        var with = Calibration.AreaUnderCurve.Of([.. score.Score([a, b]).Select(points => (double)points)], positive).Value;
        var without = Calibration.AreaUnderCurve.Of([.. score.Score([a, b], withLines: false).Select(points => (double)points)], positive).Value;
        Assert.True(with > without + 0.01, $"{with} against {without}");
    }

    [Fact]
    public void Run_PureNoise_HasNoLines()
    {
        var lines = 0;
        for (var seed = 1; seed <= 10; seed++)
        {
            var random = new SeededRandom(seed, 9);
            RiskScoreField[] fields = [.. Enumerable.Range(0, 6).Select(_ => new RiskScoreField([.. Enumerable.Range(0, 1500).Select(_ => (byte)(1 + random.Below(6)))], 7, true))];
            lines += Learn(fields, [.. Enumerable.Range(0, 1500).Select(_ => (byte)(random.NextUnit() < 0.3 ? 1 : 0))]).Lines.Count;
        }

        Assert.InRange(lines, 0, 1);
    }

    [Theory]
    [InlineData(BinShape.Rising)]
    [InlineData(BinShape.Falling)]
    public void Run_DeclaredDirection_BetterValuesNeverLosePoints(BinShape shape)
    {
        for (var seed = 1; seed <= 6; seed++)
        {
            var (fields, positive) = Additive(1500, seed);
            fields[0] = fields[0] with { Shape = shape };
            var score = Learn(fields, positive);
            foreach (var attribute in score.Attributes.Where(attribute => attribute.Field == 0))
            {
                var points = attribute.Points[..attribute.Binning.ValueBins];
                Assert.Equal(shape == BinShape.Rising ? points.Order() : points.OrderDescending(), points);
            }
        }
    }

    [Fact]
    public void Run_SameSeed_GivesTheSameScoreTwice()
    {
        var (fields, positive) = Additive(1200, 4);
        RiskScore first = Learn(fields, positive), second = Learn(fields, positive);
        Assert.Equal(first.Attributes.SelectMany(attribute => attribute.Points), second.Attributes.SelectMany(attribute => attribute.Points));
        Assert.Equal(first.OutOfFold, second.OutOfFold);
        Assert.Equal(Enumerable.Range(0, 101).Select(first.Probability), Enumerable.Range(0, 101).Select(second.Probability));
    }

    [Fact]
    public void Run_FewRowsWithPrior_StaysNearThePrior_ManyRowsLeaveIt()
    {
        // People think cell 1 is best; the truth is the opposite.
        double[] opinion = [0, 50, 25, 0];
        double Share(int rows)
        {
            var random = new SeededRandom(21);
            byte[] cells = [.. Enumerable.Range(0, rows).Select(_ => (byte)(1 + random.Below(3)))];
            byte[] positive = [.. cells.Select(cell => (byte)(random.NextUnit() < 0.2 + 0.1 * cell ? 1 : 0))];
            return LearnRiskScore.Run([new RiskScoreField(cells, 4, true, PriorPoints: opinion)], positive, Clusters.Single(rows), null, new RiskScoreOptions())!.DataShare;
        }

        Assert.True(Share(4000) > Share(60));
        Assert.InRange(Share(4000), 0.8, 1);
    }

    private static RiskScore Learn(RiskScoreField[] fields, byte[] positive) => LearnRiskScore.Run(fields, positive, Clusters.Single(positive.Length), null, new RiskScoreOptions())!;

    // Fields 0 (ordered, rising) and 1 (words) matter, the others are noise.
    private static (RiskScoreField[] Fields, byte[] Positive) Additive(int rows, int seed)
    {
        var random = new SeededRandom(seed, 3);
        byte[][] cells = [.. Enumerable.Range(0, 5).Select(_ => (byte[])[.. Enumerable.Range(0, rows).Select(_ => (byte)(random.NextUnit() < 0.05 ? 0 : 1 + random.Below(8)))])];
        double[] words = [0, 0.9, -0.9, 0.2, 0.9, -0.3, -0.9, 0.2, 0];
        byte[] positive = [.. Enumerable.Range(0, rows).Select(row => (byte)(random.NextUnit() < CodedLogistic.Sigmoid(-1 + 0.3 * (cells[0][row] - 4) + words[cells[1][row]]) ? 1 : 0))];
        return ([.. cells.Select((field, i) => new RiskScoreField(field, 9, i != 1))], positive);
    }
}
