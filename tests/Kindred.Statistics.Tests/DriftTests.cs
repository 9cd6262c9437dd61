using Kindred.Statistics.Drift;
using Kindred.Statistics.Resampling;

namespace Kindred.Statistics.Tests;

/// <summary>Drift of two samples: the statistics against published figures and their definition, p against every division there is, and the share of false and true alarms by simulation.</summary>
public sealed class DriftTests
{
    // R's documentation of chisq.test (Agresti 2007, p. 39): party by gender, X-squared = 30.07, df = 2.
    [Fact]
    public void ChiSquared_IsThatOfR_PartyByGender()
    {
        int[] women = [762, 327, 468], men = [484, 239, 477];
        var codes = Laid(women).Concat(Laid(men)).ToArray();
        var outcome = DriftTest.Run([DriftField.Category(codes, 3)], women.Sum(), 99, 1)[0];
        Assert.Equal(30.07, outcome.Statistic, 0.005);
        Assert.Equal(2, outcome.Level);
        Assert.Equal(0.01, outcome.AdjustedP, Tolerances.Strict);
    }

    [Fact]
    public void Distance_IsTheLargestGapOfTheTwoShares_ByDefinition()
    {
        double[] then = [.. Enumerable.Range(1, 40).Select(i => i * i % 97 / 10.0)], now = [.. Enumerable.Range(1, 60).Select(i => ((i * i * 3) + 11) % 89 / 8.0)];
        var largest = then.Concat(now).Max(at => Math.Abs((then.Count(value => value <= at) / 40.0) - (now.Count(value => value <= at) / 60.0)));
        var outcome = DriftTest.Run([DriftField.Number([.. then, double.NaN, .. now, double.NaN, double.NaN])], 41, 9, 1)[0];
        Assert.Equal(largest, outcome.Statistic, Tolerances.Strict);
    }

    // Every one of the 924 ways to divide twelve rows; a permutation draws among them. Simulation tolerance: four standard errors of 4,000 draws.
    [Fact]
    public void P_OfOneNumber_IsThatOfAllDivisions()
    {
        double[] values = [1, 2, 3, 4, 5, 9, 6, 7, 8, 10, 11, 12];
        double Gap(int mask) => values.Max(at => Math.Abs((Enumerable.Range(0, 12).Count(i => (mask >> i & 1) == 0 && values[i] <= at) / 6.0) - (Enumerable.Range(0, 12).Count(i => (mask >> i & 1) == 1 && values[i] <= at) / 6.0)));
        var masks = Enumerable.Range(0, 1 << 12).Where(mask => int.PopCount(mask) == 6).ToArray();
        var exact = masks.Count(mask => Gap(mask) >= Gap(0b111111000000) - 1e-9) / (double)masks.Length;
        var outcome = DriftTest.Run([DriftField.Number(values)], 6, 4000, 5)[0];
        Assert.Equal(exact, outcome.AdjustedP, 4 * Math.Sqrt(exact * (1 - exact) / 4000));
    }

    // By hand: shares (0.5, 0.5) and (0.2, 0.8) with half a row added to each cell of 100 rows.
    [Fact]
    public void Psi_IsTheSumOverCells_ByHand()
    {
        var outcome = DriftTest.Run([DriftField.Category([.. Laid([50, 50]), .. Laid([20, 80])], 2)], 100, 9, 1)[0];
        double a = 50.5 / 101, b = 20.5 / 101, c = 80.5 / 101;
        Assert.Equal(((b - a) * Math.Log(b / a)) + ((c - a) * Math.Log(c / a)), outcome.Psi, Tolerances.Strict);
    }

    // Under the null the index is about (1/n + 1/m) times χ² with cells − 1 degrees (Yurdakul 2018): for 10 cells at 100 against 400 rows its 95 % quantile is 16.919 / 80 = 0.2115.
    [Fact]
    public void PsiLimit_AtAHundredAgainstFourHundred_IsFarAboveTheUsualRules()
    {
        var random = new SeededRandom(8);
        var outcome = DriftTest.Run([DriftField.Category([.. Enumerable.Range(0, 500).Select(_ => random.Below(10))], 10)], 400, 2000, 3)[0];
        Assert.Equal(0.2115, outcome.PsiLimit, 0.02);
    }

    [Fact]
    public void Outcomes_SameSeed_AreTheSame_AndAConstantFieldIsNone()
    {
        var random = new SeededRandom(4);
        DriftField[] fields = [DriftField.Category([.. Enumerable.Range(0, 90).Select(_ => random.Below(4))], 4), DriftField.Number([.. Enumerable.Repeat(double.NaN, 90)]), DriftField.Category(new int[90], 1)];
        var first = DriftTest.Run(fields, 50, 199, 7);
        Assert.Equal(first, DriftTest.Run(fields, 50, 199, 7));
        Assert.All(first.Skip(1), outcome => Assert.Equal((0.0, -1, 1.0, 0.0), (outcome.Statistic, outcome.Level, outcome.AdjustedP, outcome.Psi)));
    }

    [Fact]
    public void Misuse_Throws()
    {
        Assert.Throws<ArgumentException>(() => DriftTest.Run([], 1, 9, 1));
        Assert.Throws<ArgumentException>(() => DriftTest.Run([DriftField.Category([0, 0], 1)], 2, 9, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => DriftField.Category([0, 2], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => DriftField.Number([double.PositiveInfinity]));
    }

    // 120 null quarters of 100 against 400 rows and 12 fields (6 categories, 6 numbers, some that go together): 5 % gives at most 11 alarms in 97.5 % of such files. Seeds 1–120. ./dev bench reviews runs 500.
    [Fact]
    public void NullQuarters_RaiseAnyAlarm_InAtMostFivePercent()
    {
        var alarms = Enumerable.Range(1, 120).Count(seed => DriftTest.Run(SimulatedQuarter.Null(seed, 400, 100), 400, 299, seed).Any(outcome => outcome.AdjustedP <= 0.05));
        Assert.InRange(alarms, 0, 11);
    }

    // A share of 12 % that doubles, 400 rows against 400, among 12 fields. Seeds 1–40: 80 % is 32.
    [Fact]
    public void DoubledShare_AtFourHundred_IsFound()
    {
        var found = Enumerable.Range(1, 40).Count(seed => DriftTest.Run(SimulatedQuarter.Doubled(seed, 400, 400), 400, 299, seed)[0] is { AdjustedP: <= 0.05, Level: 1 });
        Assert.InRange(found, 32, 40);
    }

    private static IEnumerable<int> Laid(int[] counts) => counts.SelectMany((count, level) => Enumerable.Repeat(level, count));
}
