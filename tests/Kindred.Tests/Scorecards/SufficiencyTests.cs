using Kindred.Core.Scorecards;
using Xunit;

namespace Kindred.Tests.Scorecards;

public sealed class SufficiencyTests
{
    [Theory]
    // Below 20 of the rarer kind nothing can be learned yet.
    [InlineData(0, 12, 300, 0.0, 20, 8)]
    [InlineData(0, 0, 0, 0.0, 20, 20)]
    // share = m / (m + k): 40 outcomes at 0.25 give k = 120; a half takes 120, so 80 more.
    [InlineData(0.25, 40, 90, 0.5, 120, 80)]
    // 100 at 0.5 give k = 100; 0.8 takes 400.
    [InlineData(0.5, 500, 100, 0.8, 400, 300)]
    public void Of_ShareAndOutcomes_SaysWhatTheNextStepTakes(double share, int positives, int negatives, double next, int outcomes, int more)
    {
        var meter = Sufficiency.Of(share, positives, negatives);
        Assert.Equal((next, outcomes, more), (meter.NextShare, meter.NextOutcomes, meter.More));
        Assert.Contains(more.ToString(System.Globalization.CultureInfo.InvariantCulture) + "건 더", meter.Text.Ko, StringComparison.Ordinal);
        Assert.Contains($"{more} more", meter.Text.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.85, 500, 400)]
    [InlineData(1, 500, 400)]
    // Points by people, measured on outcomes: nothing was learned, so nothing is extrapolated.
    [InlineData(0, 500, 400)]
    public void Of_NothingNext_SaysNoNumber(double share, int positives, int negatives)
    {
        var meter = Sufficiency.Of(share, positives, negatives);
        Assert.Null(meter.More);
        Assert.DoesNotContain("more", meter.Text.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    public void Of_ShareOutside_IsMisuse(double share) => Assert.Throws<ArgumentOutOfRangeException>(() => Sufficiency.Of(share, 30, 30));
}
