using Kindred.Core.Conditions;
using Kindred.Core.Tables;
using Kindred.Statistics.Subgroups;

namespace Kindred.Core.Profiles;

/// <summary>Sorts companies into core, adjacent (which condition differs), regret, anti and outside.</summary>
public static class ClassifyAccounts
{
    private const int MostDiffering = 2;

    /// <summary>Classifies every row of a table of companies.</summary>
    /// <param name="companies">One row per company with the fields of the conditions, as known now.</param>
    /// <param name="core">Core conditions; empty: nobody is core or adjacent.</param>
    /// <param name="regret">Regret patterns.</param>
    /// <param name="anti">Anti patterns.</param>
    /// <param name="customers">Per company whether it is a customer.</param>
    public static IReadOnlyList<ClassifiedAccount> Run(Table companies, Conjunction core, IReadOnlyList<Conjunction> regret, IReadOnlyList<Conjunction> anti, IReadOnlyList<bool> customers)
    {
        ArgumentNullException.ThrowIfNull(companies);
        ArgumentNullException.ThrowIfNull(core);
        ArgumentNullException.ThrowIfNull(customers);
        var met = core.Conditions.Select(condition => ConditionRows.Of(companies, condition)).ToArray();
        var columns = core.Conditions.Select(condition => companies.Find(condition.Field)).ToArray();
        var regretRows = Union(companies, regret);
        var antiRows = Union(companies, anti);
        var result = new ClassifiedAccount[companies.RowCount];
        for (var row = 0; row < result.Length; row++)
        {
            var differing = new List<string>();
            var unknown = new List<string>();
            for (var i = 0; i < met.Length; i++)
            {
                if (!RowBits.Has(met[i], row))
                {
                    (columns[i]?.IsMissing(row) != false ? unknown : differing).Add(core.Conditions[i].Field);
                }
            }

            var away = differing.Count + unknown.Count;

            // A profile of one or two conditions has no company "two away" that still shares anything with it.
            var adjacentUpTo = Math.Min(MostDiffering, met.Length - 1);
            var state = met.Length > 0 && away == 0 ? AccountState.Core
                : RowBits.Has(antiRows, row) ? AccountState.Anti
                : RowBits.Has(regretRows, row) ? AccountState.Regret
                : met.Length > 0 && away <= adjacentUpTo ? AccountState.Adjacent
                : AccountState.Outside;
            result[row] = new ClassifiedAccount(row, state, differing, unknown, customers[row]);
        }

        return result;
    }

    private static ulong[] Union(Table companies, IReadOnlyList<Conjunction> patterns)
    {
        var rows = new ulong[RowBits.WordsFor(companies.RowCount)];
        foreach (var pattern in patterns)
        {
            var covered = ConditionRows.Of(companies, pattern);
            for (var word = 0; word < rows.Length; word++)
            {
                rows[word] |= covered[word];
            }
        }

        return rows;
    }
}
