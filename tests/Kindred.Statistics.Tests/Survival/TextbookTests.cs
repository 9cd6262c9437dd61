using Kindred.Statistics.Survival;

namespace Kindred.Statistics.Tests.Survival;

/// <summary>Cox on the data sets of the textbooks (lung, veteran, ovarian): R 4.2.2, survival 3.5-3; sBG on the cohorts of Fader and Hardie (2007).</summary>
public sealed class TextbookTests
{
    [Theory]
    [InlineData("lung", "age", "sex")]
    [InlineData("veteran", "karno", "age")]
    [InlineData("ovarian", "age", "rx")]
    public void Cox_MatchesR_coxph_textbook(string name, string first, string second)
    {
        var data = SharedFiles.Columns($"witness/survival/{name}.csv");
        foreach (var (word, ties) in new[] { ("efron", CoxTies.Efron), ("breslow", CoxTies.Breslow) })
        {
            var witness = SharedFiles.Json("witness/survival/survival_telco_R.json").GetProperty("textbook").GetProperty(name).GetProperty(word);
            var events = data.Numbers("status");
            var happened = (byte[])[.. events.Select(status => status.Equals(events.Max()) ? (byte)1 : (byte)0)];
            var fit = CoxRegression.Fit(data.Numbers("time"), happened, [data.Numbers(first), data.Numbers(second)], ties);
            Assert.Equal(witness.GetProperty("n").GetInt32(), fit.Count);
            foreach (var (expected, actual) in witness.Numbers("coef").Concat(witness.Numbers("se")).Concat(witness.Numbers("loglik")).Zip(fit.Coefficients.Concat(fit.StandardErrors).Append(fit.LogLikelihoodNull).Append(fit.LogLikelihood)))
            {
                Assert.Equal(expected, actual, 1e-8);
            }
        }
    }

    // Fader and Hardie (2007), table 1; alpha and beta maximised to 1e-11 (shared/witness/clv.json), equal to the paper's .668, 3.806 and .704, 1.182.
    [Theory]
    [InlineData(0.6680884026333807, 3.8060952456308472, -1611.158147391156, 5.922253408468301, 869, 743, 653, 593, 551, 517, 491)]
    [InlineData(0.7040772881488727, 1.1820429781276602, -1680.2651884632867, 3.694908403510901, 631, 468, 382, 326, 289, 262, 241)]
    [InlineData(0.5961111982799198, 3.3269687785159627, -2010.8584195650858, null, 869, 743, 653, 593, 551, 517, 491, 468, 445, 427, 409, 394)]
    [InlineData(0.6973624260318866, 1.1689045524653883, -1931.49169412808, null, 631, 468, 382, 326, 289, 262, 241, 223, 207, 194, 183, 173)]
    public void ShiftedBetaGeometric_FaderHardie2007(double alpha, double beta, double logLikelihood, double? life, params int[] left)
    {
        double[] atRisk = [1000, .. left.SkipLast(1).Select(count => (double)count)];
        double[] ended = [.. atRisk.Zip(left, (before, after) => before - after)];
        var fit = ShiftedBetaGeometric.Fit(ended, atRisk)!;
        Assert.Equal(alpha, fit.Alpha, 1e-6);
        Assert.Equal(beta, fit.Beta, 1e-6);
        Assert.Equal(logLikelihood, fit.LogLikelihood(ended, atRisk), 1e-6);
        if (life is { } expected)
        {
            Assert.Equal(expected, fit.DiscountedLife(0.10), 1e-6);
        }
    }

    // Same source: survival and retention of the high-end cohort after 1 and 12 years.
    [Fact]
    public void ShiftedBetaGeometric_SurvivalAndHazard_FaderHardie2007()
    {
        var fit = new ShiftedBetaGeometric(0.6680884026333807, 3.8060952456308472);
        Assert.Equal(0.8506792623739153, fit.Survival(1), 1e-12);
        Assert.Equal(0.37799905947136764, fit.Survival(12), 1e-12);
        Assert.Equal(0.9568256123993769, 1 - fit.Hazard(11), 1e-12);
        Assert.Equal(0.14932073762608458, fit.Mean, 1e-12);
        Assert.Equal(fit.DiscountedLife(0.10), fit.DiscountedLife(0.10, 400), 1e-9);
    }

    [Fact]
    public void ShiftedBetaGeometric_AllUnitsAlike_HasNoInnerMaximum() =>
        Assert.Null(ShiftedBetaGeometric.Fit([10, 9, 8.1, 7.29, 6.561], [100, 90, 81, 72.9, 65.61]));
}
