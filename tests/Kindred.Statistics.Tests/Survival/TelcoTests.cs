using Kindred.Statistics.Survival;

namespace Kindred.Statistics.Tests.Survival;

/// <summary>Telco customer churn, 7,043 rows, time = tenure, event = Churn: R 4.2.2, survival 3.5-3 (shared/witness/survival/survival_telco_R.json).</summary>
public sealed class TelcoTests
{
    private const double Curve = 1e-10;
    private const double Cox = 1e-8;
    private const double Iterative = 1e-6;
    private const string Witness = "witness/survival/survival_telco_R.json";

    private readonly Dictionary<string, string[]> _telco = SharedFiles.Columns("data/ibm-telco-churn/Telco-Customer-Churn.csv");

    private double[] Time => _telco.Numbers("tenure");

    private byte[] Event => _telco.Where("Churn", "Yes");

    [Theory]
    [InlineData("ALL")]
    [InlineData("Month-to-month")]
    [InlineData("One year")]
    [InlineData("Two year")]
    public void KaplanMeier_MatchesR_survfit_telco(string contract)
    {
        var witness = SharedFiles.Json(Witness).GetProperty("km").GetProperty(contract);
        var curve = Group(contract);
        Assert.Equal((witness.GetProperty("n").GetInt32(), witness.GetProperty("events").GetInt32()), (curve.Count, curve.Events));
        foreach (var (name, kind) in new[] { ("plain", SurvivalInterval.Plain), ("log", SurvivalInterval.Log), ("log-log", SurvivalInterval.LogLog) })
        {
            foreach (var row in witness.GetProperty(name).EnumerateArray())
            {
                var at = curve.IndexAt(row.GetProperty("time").GetDouble());
                var (step, interval) = (curve.Steps[at], curve.IntervalAt(at, kind));
                Assert.Equal(row.GetProperty("n_risk").GetInt32(), step.AtRisk);
                Assert.Equal(row.GetProperty("surv").GetDouble(), step.Survival, Curve);
                Assert.Equal(row.GetProperty("std_err").GetDouble(), step.Survival * Math.Sqrt(step.Greenwood), Curve);
                Assert.Equal(row.Number("lower") ?? double.NaN, interval.Low, Curve);
                Assert.Equal(row.Number("upper") ?? double.NaN, interval.High, Curve);
            }
        }

        foreach (var row in witness.GetProperty("nelson_aalen").EnumerateArray())
        {
            var step = curve.Steps[curve.IndexAt(row.GetProperty("time").GetDouble())];
            Assert.Equal(row.GetProperty("cumhaz").GetDouble(), step.CumulativeHazard, Curve);
            Assert.Equal(row.GetProperty("std_chaz").GetDouble(), Math.Sqrt(step.HazardVariance), Curve);
        }

        var quantiles = witness.GetProperty("quantiles");
        for (var q = 0; q < 3; q++)
        {
            double? Of(string name) => quantiles.GetProperty(name)[q] is { ValueKind: System.Text.Json.JsonValueKind.Number } number ? number.GetDouble() : null;
            Assert.Equal(new SurvivalQuantile(Of("q"), Of("lower"), Of("upper")), curve.Quantile(0.25 * (q + 1), SurvivalInterval.LogLog));
        }

        Assert.Equal(witness.GetProperty("rmean72").GetDouble(), curve.RestrictedMean(72).Mean, Curve);
        Assert.Equal(witness.GetProperty("rmean72_se").GetDouble(), curve.RestrictedMean(72).StandardError, Curve);
    }

    [Theory]
    [InlineData("logrank_contract", "Contract", false)]
    [InlineData("peto_contract", "Contract", true)]
    [InlineData("logrank_gender", "gender", false)]
    public void LogRank_MatchesR_survdiff_telco(string name, string column, bool isPeto)
    {
        var witness = SharedFiles.Json(Witness).GetProperty(name);
        var values = _telco[column].Distinct().Order(StringComparer.Ordinal).ToArray();
        var test = LogRank.Of(Time, Event, [.. _telco[column].Select(value => Array.IndexOf(values, value))], values.Length, isPeto);
        Tolerances.Relative(witness.GetProperty("chisq").GetDouble(), test.ChiSquared, Curve);
        Assert.Equal(values.Length - 1, test.Degrees);
        foreach (var (expected, actual) in witness.Numbers("obs").Zip(test.Observed).Concat(witness.Numbers("exp").Zip(test.Expected)))
        {
            Tolerances.Relative(expected, actual, Curve);
        }

        if (witness.TryGetProperty("logp", out var logP))
        {
            Tolerances.Relative(logP.GetDouble(), test.LogP, Curve);
        }

        if (witness.TryGetProperty("p", out var p))
        {
            Tolerances.Relative(p.GetDouble(), test.P, Curve);
        }
    }

    [Theory]
    [InlineData("efron", CoxTies.Efron)]
    [InlineData("breslow", CoxTies.Breslow)]
    public void Cox_MatchesR_coxph_telco(string name, CoxTies ties)
    {
        var witness = SharedFiles.Json(Witness).GetProperty("cox").GetProperty(name);
        var fit = CoxRegression.Fit(Time, Event, Covariates(), ties);
        Assert.Equal((7043, 1869), (fit.Count, fit.Events));
        foreach (var (expected, actual) in witness.Numbers("coef").Zip(fit.Coefficients).Concat(witness.Numbers("se").Zip(fit.StandardErrors)))
        {
            Assert.Equal(expected, actual, Cox);
        }

        Tolerances.Relative(witness.GetProperty("loglik_null").GetDouble(), fit.LogLikelihoodNull, Cox);
        Tolerances.Relative(witness.GetProperty("loglik").GetDouble(), fit.LogLikelihood, Cox);
        Tolerances.Relative(witness.GetProperty("lrt").GetDouble(), fit.LikelihoodRatio, Cox);
        Tolerances.Relative(witness.GetProperty("score").GetDouble(), fit.Score, Cox);
        Assert.Equal(witness.GetProperty("wald").GetDouble(), fit.Wald, 0.005); // R prints it to two places.
        Assert.All(fit.IsUnbounded, Assert.False);

        // At covariates of 0.
        foreach (var row in witness.GetProperty("basehaz").EnumerateArray())
        {
            Assert.Equal(row.GetProperty("hazard").GetDouble(), fit.CumulativeHazard(row.GetProperty("time").GetDouble(), [0, 0, 0, 0, 0, 0]), Cox);
        }
    }

    /// <summary>With Breslow's ties, copies of every row change no coefficient and divide the variance by their number: R's figures are a witness for many rows too, where the fit begins on a part of them.</summary>
    [Fact]
    public void Cox_OfTenCopies_HasTheCoefficientsOfR()
    {
        const int copies = 10;
        var witness = SharedFiles.Json(Witness).GetProperty("cox").GetProperty("breslow");
        double[] Repeat(double[] values) => [.. Enumerable.Repeat(values, copies).SelectMany(part => part)];
        var fit = CoxRegression.Fit(Repeat(Time), [.. Enumerable.Repeat(Event, copies).SelectMany(part => part)], [.. Covariates().Select(Repeat)], CoxTies.Breslow);
        Assert.Equal((70_430, 18_690), (fit.Count, fit.Events));
        foreach (var (expected, actual) in witness.Numbers("coef").Zip(fit.Coefficients).Concat(witness.Numbers("se").Select(error => error / Math.Sqrt(copies)).Zip(fit.StandardErrors)))
        {
            Assert.Equal(expected, actual, Cox);
        }

        Tolerances.Relative(witness.GetProperty("lrt").GetDouble() * copies, fit.LikelihoodRatio, Cox);
        Tolerances.Relative(witness.GetProperty("score").GetDouble() * copies, fit.Score, Cox);
    }

    [Theory]
    [InlineData("exponential", LifeDistribution.Exponential)]
    [InlineData("weibull", LifeDistribution.Weibull)]
    [InlineData("lognormal", LifeDistribution.LogNormal)]
    [InlineData("loglogistic", LifeDistribution.LogLogistic)]
    public void Parametric_MatchesR_survreg_telco(string name, LifeDistribution distribution)
    {
        var json = SharedFiles.Json(Witness);
        var kept = Enumerable.Range(0, _telco["tenure"].Length).Where(row => _telco["tenure"][row] != "0").ToArray();
        var (time, died) = (kept.Select(row => Time[row]).ToArray(), kept.Select(row => Event[row]).ToArray());
        var plain = ParametricSurvival.Fit(time, died, [], distribution)!;
        var witness = json.GetProperty("parametric").GetProperty(name);
        Assert.Equal(7032, time.Length);
        Assert.Equal(witness.GetProperty("intercept").GetDouble(), plain.Coefficients[0], Iterative);
        Assert.Equal(witness.GetProperty("scale").GetDouble(), plain.Scale, Iterative);
        Assert.Equal(witness.GetProperty("loglik").GetDouble(), plain.LogLikelihood, Iterative);

        double[] Is(string value) => [.. kept.Select(row => _telco["Contract"][row] == value ? 1.0 : 0.0)];
        var charges = _telco.Numbers("MonthlyCharges");
        var fit = ParametricSurvival.Fit(time, died, [Is("One year"), Is("Two year"), [.. kept.Select(row => charges[row])]], distribution)!;
        witness = json.GetProperty("parametric_cov").GetProperty(name);
        foreach (var (expected, actual) in witness.Numbers("coef").Zip(fit.Coefficients))
        {
            Assert.Equal(expected, actual, Iterative);
        }

        Assert.Equal(witness.GetProperty("scale").GetDouble(), fit.Scale, Iterative);
        Assert.Equal(witness.GetProperty("loglik").GetDouble(), fit.LogLikelihood, Iterative);
    }

    private double[][] Covariates()
    {
        double[] Is(string column, string value) => [.. _telco.Where(column, value).Select(one => (double)one)];
        return [Is("Contract", "One year"), Is("Contract", "Two year"), _telco.Numbers("MonthlyCharges"), Is("InternetService", "Fiber optic"), _telco.Numbers("SeniorCitizen"), Is("PaymentMethod", "Electronic check")];
    }

    private SurvivalCurve Group(string contract)
    {
        var (time, died) = (Time, Event);
        var rows = Enumerable.Range(0, time.Length).Where(row => contract == "ALL" || _telco["Contract"][row] == contract).ToArray();
        return KaplanMeier.Of([.. rows.Select(row => time[row])], [.. rows.Select(row => died[row])]);
    }
}
