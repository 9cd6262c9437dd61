using Kindred.Statistics.Intervals;
using Kindred.Statistics.Resampling;

namespace Kindred.Statistics.Tests;

public class EffectOverTimeTests
{
    // ln(12.5 · 20.5 / (5.5 · 8.5)) and 1/12.5 + 1/5.5 + 1/8.5 + 1/20.5, by hand.
    [Fact]
    public void LogOddsRatio_HalfAddedToEachCell()
    {
        var ratio = LogOddsRatio.Of(12, 5, 8, 20);
        Assert.Equal(1.7013393, ratio.Value, 1e-6);
        Assert.Equal(0.4282457, ratio.Variance, 1e-6);
    }

    [Fact]
    public void LogOddsRatio_EmptyCells_AreUncertainAndEven()
    {
        var ratio = LogOddsRatio.Of(0, 0, 0, 0);
        Assert.Equal(0, ratio.Value, Tolerances.Strict);
        Assert.Equal(8, ratio.Variance, Tolerances.Strict);
    }

    [Fact]
    public void LogOddsRatio_NegativeCount_IsMisuse() => Assert.Throws<ArgumentOutOfRangeException>(() => LogOddsRatio.Of(1, 2, -1, 3));

    // One day, equal variances: kept exactly when the later effect is at least the earlier one divided by 1 + √2.
    [Theory]
    [InlineData(1.0, 0.415, true)]
    [InlineData(1.0, 0.413, false)]
    [InlineData(1.0, 2.0, true)]
    [InlineData(1.0, -0.2, false)]
    public void IsKept_OneDay_TurnsAtTheSilverRatio(double before, double after, bool expected)
    {
        Assert.Equal(expected, EffectOverTime.IsKept([(new(before, 0.01), new(after, 0.01))], isHigher: true));
        Assert.Equal(expected, EffectOverTime.IsKept([(new(-before, 0.01), new(-after, 0.01))], isHigher: false));
    }

    [Fact]
    public void IsKept_NothingSeenEarlier_IsKept() => Assert.True(EffectOverTime.IsKept([(new(-0.1, 0.01), new(0.01, 0.01))], isHigher: true));

    [Fact]
    public void IsKept_LittleSeenLater_IsKept() => Assert.True(EffectOverTime.IsKept([(new(1, 0.05), new(0.9, 6))], isHigher: true));

    // Two days: likelihoods e^4 and e^-8.9 by hand; their mean is above 1, that of the second alone is not.
    [Fact]
    public void IsKept_SeveralDays_WeighsTheMeanLikelihood()
    {
        (LogOddsRatio, LogOddsRatio) gone = (new(2, 0.25), new(0, 0.25)), kept = (new(1, 0.1), new(1.2, 0.08));
        Assert.False(EffectOverTime.IsKept([gone, kept], isHigher: true));
        Assert.True(EffectOverTime.IsKept([kept], isHigher: true));
        Assert.True(EffectOverTime.IsKept([gone, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept, kept], isHigher: true));
    }

    [Fact]
    public void IsKept_NoDay_IsMisuse() => Assert.Throws<ArgumentOutOfRangeException>(() => EffectOverTime.IsKept([], isHigher: true));

    // The shares its documentation states, over 20 equal stretches with unit variance each; 4,000 samples, standard error below 0.008.
    [Theory]
    [InlineData(3.5, 1.0, 0.91)]
    [InlineData(5.0, 1.0, 0.96)]
    [InlineData(4.5, 0.5, 0.06)]
    public void IsKept_Simulated_KeepsWhatItsDocumentationStates(double standardErrors, double until, double expected)
    {
        const int Stretches = 20, Samples = 4000;
        var random = new SeededRandom(91);
        var effect = standardErrors / Math.Sqrt(Stretches * until);
        int kept = 0, seen = 0;
        for (var sample = 0; sample < Samples; sample++)
        {
            var sums = new double[Stretches + 1];
            for (var i = 0; i < Stretches; i++)
            {
                sums[i + 1] = sums[i] + random.NextNormal() + (i < Stretches * until ? effect : 0);
            }

            // Only what is clear over the whole gets as far as this question, and only what points the same way in the last 30 %.
            if (sums[^1] / Math.Sqrt(Stretches) < 2.5)
            {
                continue;
            }

            seen++;
            var cuts = Enumerable.Range(6, 9).Select(cut => (new LogOddsRatio(sums[cut] / cut, 1.0 / cut), new LogOddsRatio((sums[^1] - sums[cut]) / (Stretches - cut), 1.0 / (Stretches - cut)))).ToArray();
            kept += sums[^1] > sums[14] && EffectOverTime.IsKept(cuts, isHigher: true) ? 1 : 0;
        }

        Assert.Equal(expected, (double)kept / seen, 0.02);
    }
}
