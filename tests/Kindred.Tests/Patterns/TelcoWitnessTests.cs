using System.Text.Json;
using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Patterns;
using Xunit;

namespace Kindred.Tests.Patterns;

/// <summary>
/// Plain mining of the raw Telco file against shared/witness/subgroups/telco_top10.json, made by an exhaustive search and by pysubgroup (see the README beside it).
/// Descriptions with the same quality may stand in either order there.
/// </summary>
public sealed class TelcoWitnessTests
{
    private const double Standard = 1e-9;

    [Theory]
    [InlineData("wracc", SubgroupQualityName.Wracc)]
    [InlineData("chi2", SubgroupQualityName.Chi2)]
    [InlineData("binom", SubgroupQualityName.Binom)]
    public void PlainMine_MatchesWitness_telco(string name, SubgroupQualityName quality)
    {
        var table = Planted.Read("data/ibm-telco-churn/Telco-Customer-Churn.csv");
        using var witness = JsonDocument.Parse(File.ReadAllText(Planted.Shared("witness/subgroups/telco_top10.json")));
        var wanted = witness.RootElement.GetProperty("telco." + name);
        var mined = MinePatterns.Run(new MineRequest(table, "Churn", "Yes", ["customerID"], Quality: quality), TimeProvider.System).Value;

        Assert.Equal(wanted.GetProperty("rows").GetInt32(), mined.Rows);
        Assert.Equal(wanted.GetProperty("base_rate").GetDouble(), mined.BaseRate, Standard);
        Assert.Equal(Verdict.Hypotheses, mined.Verdict);
        var top = wanted.GetProperty("top10").EnumerateArray().Select(Line).ToArray();
        Assert.Equal(top.Select(line => line.Quality).ToArray(), mined.Patterns.Select(pattern => pattern.Quality).ToArray(), (x, y) => Math.Abs(x - y) <= Standard * Math.Max(1, Math.Abs(x)));
        Assert.Equal(top.Select(line => line.Text).Order(StringComparer.Ordinal), mined.Patterns.Select(Text).Order(StringComparer.Ordinal));
        foreach (var pattern in mined.Patterns)
        {
            var line = Assert.Single(top, line => line.Text == Text(pattern));
            Assert.Equal((line.Size, line.Positives), (pattern.Raw.Rows, pattern.Raw.Positives));
        }
    }

    [Fact]
    public void PlainMine_EqualQuality_FewerConditionsComeFirst()
    {
        var table = Planted.Read("data/ibm-telco-churn/Telco-Customer-Churn.csv");
        var mined = MinePatterns.Run(new MineRequest(table, "Churn", "Yes", ["customerID"]), TimeProvider.System).Value;
        Assert.Equal(mined.Patterns[4].Quality, mined.Patterns[5].Quality);
        Assert.Equal((2, 3), (mined.Patterns[4].Conditions.Conditions.Count, mined.Patterns[5].Conditions.Conditions.Count));
        Assert.All(mined.Patterns, pattern => Assert.Null(pattern.Proof));
        Assert.All(mined.Patterns, pattern => Assert.Null(pattern.Honest));
    }

    private static (double Quality, string Text, int Size, int Positives) Line(JsonElement line) =>
        (line.GetProperty("q").GetDouble(), Sorted(line.GetProperty("sg").GetString()!.Split(" AND ")), line.GetProperty("size").GetInt32(), line.GetProperty("pos").GetInt32());

    private static string Text(Pattern pattern) => Sorted(pattern.Conditions.Conditions.Select(condition => $"{condition.Field}=='{Value(condition)}'"));

    /// <summary>The witness writes bins as "(25.05,58.83]" and "&lt;=6".</summary>
    private static string Value(Condition condition) => condition.Op != ConditionOp.Interval ? condition.ValueText
        : double.IsNegativeInfinity(condition.Above) ? "<=" + Format.Number(condition.UpTo) : double.IsPositiveInfinity(condition.UpTo) ? ">" + Format.Number(condition.Above) : condition.ValueText;

    private static string Sorted(IEnumerable<string> parts) => string.Join(" AND ", parts.Order(StringComparer.Ordinal));
}
