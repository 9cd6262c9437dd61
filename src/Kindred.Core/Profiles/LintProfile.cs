using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Tables;
using Kindred.Statistics.Subgroups;

namespace Kindred.Core.Profiles;

/// <summary>Looks at a profile the way a careful colleague would.</summary>
public static class LintProfile
{
    private const double LeastCoverage = 0.6;
    private const int MostIndustries = 2;

    /// <summary>Warnings about a core.</summary>
    /// <param name="core">Core conditions.</param>
    /// <param name="table">The table they were found in, for coverage and for differences inside a range.</param>
    /// <param name="cores">Number of patterns that could be the core.</param>
    public static IReadOnlyList<LintWarning> Run(Conjunction core, AsOfTable table, int cores)
    {
        ArgumentNullException.ThrowIfNull(core);
        ArgumentNullException.ThrowIfNull(table);
        var warnings = new List<LintWarning>();
        foreach (var condition in core.Conditions)
        {
            warnings.AddRange(Range(condition, core, table));
            var coverage = Coverage(table.Table, condition.Field);
            if (coverage < LeastCoverage)
            {
                warnings.Add(new LintWarning("profile.low-coverage", condition.Field, new Wording(
                    $"'{condition.Field}' 값은 딜의 {Format.Percent(coverage, 0)}에서만 알 수 있어요. 60%는 되어야 조건으로 쓰기 좋아요. 이 항목을 먼저 채워 주세요.",
                    $"'{condition.Field}' is known for {Format.Percent(coverage, 0)} of the deals; 60% is needed to use it well. Fill it first.")));
            }
        }

        var industries = core.Conditions.Where(condition => ProfilePhrases.IsIndustry(condition.Field)).SelectMany(condition => condition.Values).Count();
        if (industries > MostIndustries)
        {
            warnings.Add(new LintWarning("profile.many-industries", ProfilePhrases.SectorField, new Wording(
                $"업종이 {Format.Whole(industries)}개예요. 먼저 집중할 업종을 한두 개로 줄여 보세요.", $"{Format.Whole(industries)} industries. Pick one or two to start with.")));
        }

        if (core.Conditions.Count > 0 && core.Conditions.All(condition => ProfilePhrases.IsIndustry(condition.Field)))
        {
            warnings.Add(new LintWarning("profile.industry-only", ProfilePhrases.SectorField, new Wording(
                "업종만으로는 고객상이 되지 않아요. 왜, 언제 사는지(규모·기술·계기)를 더해 주세요.", "An industry alone is not a profile. Add why and when they buy: size, technology, trigger.")));
        }

        if (cores > 1)
        {
            warnings.Add(new LintWarning("profile.several-cores", "", new Wording(
                $"핵심이 될 수 있는 조건이 {Format.Whole(cores)}가지예요. 한 제품에는 하나에만 집중하세요. 가장 뚜렷한 것을 골라 두었어요.",
                $"{Format.Whole(cores)} conditions could be the core. One product, one focus: the clearest was taken.")));
        }

        return warnings;
    }

    /// <summary>Share of rows in which a field is known.</summary>
    public static double Coverage(Table table, string field)
    {
        ArgumentNullException.ThrowIfNull(table);
        var column = table.Find(field);
        if (column is null || table.RowCount == 0)
        {
            return 0;
        }

        var known = 0;
        for (var row = 0; row < table.RowCount; row++)
        {
            known += column.IsMissing(row) ? 0 : 1;
        }

        return (double)known / table.RowCount;
    }

    private static IEnumerable<LintWarning> Range(Condition condition, Conjunction core, AsOfTable table)
    {
        if (condition.Op != ConditionOp.Interval || !DiffersInside(condition, core, table))
        {
            yield break;
        }

        var text = ConditionWording.Of(condition, Language.English);
        if (double.IsInfinity(condition.Above) || double.IsInfinity(condition.UpTo))
        {
            yield return new LintWarning("profile.open-range", condition.Field, new Wording(
                $"'{condition.Field}' 범위의 한쪽이 열려 있어요. 안에서도 결과가 달라지니 끝을 정해 주세요.", $"'{text}' is open on one side, and the outcome differs inside it. Set the other end."));
        }
        else if (condition.Above > 0 && condition.UpTo / condition.Above > 10)
        {
            yield return new LintWarning("profile.wide-range", condition.Field, new Wording(
                $"'{condition.Field}' 범위가 10배보다 넓어요. 안에서도 결과가 달라져요.", $"'{text}' spans more than ten times, and the outcome differs inside it."));
        }
    }

    /// <summary>Whether the halves of a range (at its median) differ beyond chance: χ² above 3.84.</summary>
    private static bool DiffersInside(Condition condition, Conjunction core, AsOfTable table)
    {
        var rows = ConditionRows.Of(table.Table, core);
        if (table.Table.Find(condition.Field) is not NumberColumn column)
        {
            return false;
        }

        var inside = Enumerable.Range(0, table.Table.RowCount).Where(row => RowBits.Has(rows, row)).ToArray();
        if (inside.Length < 40)
        {
            return false;
        }

        var median = inside.Select(row => column[row]).Order().ElementAt(inside.Length / 2);
        int tp = inside.Count(row => column[row] <= median && table.Positive[row] == 1), n = inside.Count(row => column[row] <= median);
        return ChiSquaredQuality.Of(tp, n - tp, new Totals(inside.Length, inside.Count(row => table.Positive[row] == 1))) > 3.84;
    }
}
