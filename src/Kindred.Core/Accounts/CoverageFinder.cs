using System.Runtime.InteropServices;

namespace Kindred.Core.Accounts;

/// <summary>Coverage of company fields, overall and by outcome of the company's closed new-business deals (or of the churn column).</summary>
internal static class CoverageFinder
{
    public static List<FieldCoverage> Run(AccountFacts facts)
    {
        var outcomes = Outcomes(facts);
        var coverage = new List<FieldCoverage>();
        foreach (var placed in facts.Placed.Where(placed => placed.Mapping.Kind is TableKind.Companies or TableKind.Wide or TableKind.Deals))
        {
            for (var i = 0; i < placed.Source.Table.Columns.Count; i++)
            {
                var column = placed.Source.Table.Columns[i];
                var bySegment = new Dictionary<string, (int Rows, int Filled)>(StringComparer.Ordinal);
                int filled = 0, positives = 0, negatives = 0, filledPositive = 0, filledNegative = 0;
                for (var row = 0; row < column.Length; row++)
                {
                    var has = column.IsMissing(row) ? 0 : 1;
                    filled += has;
                    if (placed.Accounts[row] >= 0 && facts.Companies[placed.Accounts[row]].Industry is { } industry)
                    {
                        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(bySegment, industry.Sector.Word, out _);
                        sum = (sum.Rows + 1, sum.Filled + has);
                    }

                    var outcome = placed.Accounts[row] < 0 ? (sbyte)-1 : outcomes[placed.Accounts[row]];
                    positives += outcome == 1 ? 1 : 0;
                    negatives += outcome == 0 ? 1 : 0;
                    filledPositive += outcome == 1 ? has : 0;
                    filledNegative += outcome == 0 ? has : 0;
                }

                var mapping = placed.Mapping.Columns[i];
                var name = mapping.Role is ColumnRole.Industry ? "industry" : mapping.Role is ColumnRole.Employees ? "employees" : column.Name;
                var differs = mapping.Level == Conditions.FieldLevel.Company && Differs(filledPositive, positives, filledNegative, negatives);
                coverage.Add(new FieldCoverage(name, placed.Source.Name + ": " + column.Name, column.Length, filled, Share(filledPositive, positives), Share(filledNegative, negatives), differs,
                    [.. bySegment.OrderByDescending(pair => pair.Value.Rows).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new SegmentCoverage(pair.Key, pair.Value.Rows, pair.Value.Filled))]));
            }
        }

        return coverage;
    }

    private static sbyte[] Outcomes(AccountFacts facts)
    {
        var outcomes = new sbyte[facts.Companies.Count];
        Array.Fill(outcomes, (sbyte)-1);
        foreach (var deal in facts.Deals.Where(deal => deal.IsNewBusiness && deal.Outcome != DealOutcome.Open))
        {
            outcomes[deal.Account] = (sbyte)(deal.Outcome == DealOutcome.Won || outcomes[deal.Account] == 1 ? 1 : 0);
        }

        return outcomes;
    }

    /// <summary>Two-proportion z test with pooled variance, |z| ≥ 3.</summary>
    private static bool Differs(int filled1, int n1, int filled2, int n2)
    {
        if (n1 < 20 || n2 < 20)
        {
            return false;
        }

        var pooled = (double)(filled1 + filled2) / (n1 + n2);
        var error = Math.Sqrt(pooled * (1 - pooled) * ((1.0 / n1) + (1.0 / n2)));
        return error > 0 && Math.Abs(((double)filled1 / n1) - ((double)filled2 / n2)) / error >= 3.0;
    }

    private static double Share(int filled, int rows) => rows == 0 ? double.NaN : (double)filled / rows;
}
