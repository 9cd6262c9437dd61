using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Tables;
using Kindred.Statistics.Binning;
using Kindred.Statistics.Resampling;
using Kindred.Statistics.Screening;

namespace Kindred.Core.Patterns;

/// <summary>Which fields of a flat table may be searched, and why the others may not.</summary>
/// <param name="Kept">Columns to search, in file order.</param>
/// <param name="Dropped">identifier · constant · too-many-values · defines-the-outcome · calendar.</param>
/// <param name="Leakage">Written after the outcome, by name and strength, or too strong to be true.</param>
/// <param name="Suspects">Strong enough to be looked at; kept.</param>
public sealed record FieldScreening(IReadOnlyList<string> Kept, IReadOnlyList<DroppedField> Dropped, IReadOnlyList<DroppedField> Leakage, IReadOnlyList<DroppedField> Suspects)
{
    private const double UniqueShare = 0.95;
    private const double NamedLeakAuc = 0.55;
    private const double SurelyLeakAuc = 0.90;
    private const double SuspectAuc = 0.75;
    private const double SameAsOutcome = 0.9;

    /// <summary>Screens the columns of a table against an outcome.</summary>
    /// <param name="table">The table.</param>
    /// <param name="fields">Columns to screen.</param>
    /// <param name="positive">Per row 1 or 0.</param>
    /// <param name="seed">Seed of the folds.</param>
    public static FieldScreening Of(Table table, IReadOnlyList<string> fields, byte[] positive, long seed)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(positive);
        var dropped = new List<DroppedField>();
        var measured = new List<(string Field, OneFieldStrength Strength)>();
        var folds = Clusters.Single(table.RowCount).Folds(positive, 5, new SeededRandom(seed, 2));
        foreach (var field in fields)
        {
            var column = table.Find(field)!;
            var reason = Unusable(column);
            if (reason is not null)
            {
                dropped.Add(new DroppedField(field, reason));
                continue;
            }

            var (cells, count) = Cells(column);
            if (Phi(cells, count, positive) >= SameAsOutcome)
            {
                dropped.Add(new DroppedField(field, new Reason("defines-the-outcome", field, new Wording(
                    $"'{field}' 값은 결과와 거의 같아요. 결과를 정하는 항목이라 뺐어요.", $"'{field}' says nearly the same as the outcome; it defines it and is left out."))));
                continue;
            }

            measured.Add((field, OneFieldStrength.Of(cells, count, positive, folds)));
        }

        return Sorted(measured, dropped);
    }

    private static FieldScreening Sorted(List<(string Field, OneFieldStrength Strength)> measured, List<DroppedField> dropped)
    {
        var leakage = new List<DroppedField>();
        var suspects = new List<DroppedField>();
        var kept = new List<string>();
        foreach (var (field, strength) in measured)
        {
            var next = measured.Where(other => other.Field != field).Select(other => other.Strength.Information).DefaultIfEmpty(0).Max();
            var auc = Format.Fixed(strength.Auc, 3);
            var hint = NameHints.AfterTheFact(field);
            if (hint is not null && strength.Auc >= NamedLeakAuc)
            {
                leakage.Add(new DroppedField(field, new Reason("leakage.name", field, new Wording(
                    $"이름에 '{hint}'이(가) 있어 진행 중이나 결과 뒤에 적힌 값으로 보이고, 이 항목만으로도 결과가 맞아요 (AUC {auc}).",
                    $"The name says '{hint}', a thing written during or after the process, and the field alone predicts the outcome (AUC {auc})."))));
            }
            else if (hint is null && (strength.Auc >= SurelyLeakAuc || (strength.Auc >= SuspectAuc && measured.Count > 1 && strength.Information >= 2 * Math.Max(0, next))))
            {
                leakage.Add(new DroppedField(field, new Reason("leakage.strength", field, new Wording(
                    $"이 항목 하나로 결과가 너무 잘 맞아요 (AUC {auc}). 결과 뒤에 적힌 값일 가능성이 커요.",
                    $"This field alone predicts the outcome too well (AUC {auc}); it was most likely written after it."))));
            }
            else
            {
                kept.Add(field);
                if (strength.Auc >= SuspectAuc)
                {
                    suspects.Add(new DroppedField(field, new Reason("suspect", field, new Wording(
                        $"이 항목은 결과와 강하게 이어져 있어요 (AUC {auc}). 결과보다 먼저 알 수 있는 값인지 확인해 주세요.",
                        $"This field goes strongly with the outcome (AUC {auc}). Check that it is known before the outcome."))));
                }
            }
        }

        return new FieldScreening(kept, dropped, leakage, suspects);
    }

    private static Reason? Unusable(Column column)
    {
        var rows = column.Length;
        var (cells, count) = Cells(column, exact: true);
        var seen = new int[count];
        foreach (var cell in cells)
        {
            seen[cell]++;
        }

        var present = rows - seen[0];
        var distinct = seen.Skip(1).Count(c => c > 0);
        if (distinct <= 1)
        {
            return new Reason("constant", column.Name, new Wording("값이 하나뿐이에요.", "It has one value only."));
        }

        var isIdLike = column switch
        {
            TextColumn { Separator: null } => distinct >= UniqueShare * rows,
            NumberColumn number => distinct >= UniqueShare * rows && IsWhole(number) && (NameHints.IsIdentifier(column.Name) || IsMonotone(number)),
            _ => false,
        };
        if (isIdLike)
        {
            return new Reason("identifier", column.Name, new Wording(
                $"{Format.Grouped(rows)}행에 서로 다른 값이 {Format.Grouped(distinct)}개라 식별자로 보여요.",
                $"{Format.Grouped(distinct)} different values in {Format.Grouped(rows)} rows: an identifier."));
        }

        if (NameHints.IsCalendar(column.Name) || column is DateColumn)
        {
            // A date or a month can be looked at in a plain search, but says when, not who.
            return column is DateColumn
                ? new Reason("calendar", column.Name, new Wording("날짜는 회사의 조건이 아니에요.", "A date is not a trait of a company."))
                : null;
        }

        return column is TextColumn { Separator: null } && distinct > 1000 && seen.Skip(1).OrderDescending().Take(RichSelectors.MostWords).Sum() < present / 2
            ? new Reason("too-many-values", column.Name, new Wording($"서로 다른 값이 {Format.Grouped(distinct)}개라 비교할 수 없어요.", $"{Format.Grouped(distinct)} different values: too many to compare."))
            : null;
    }

    private static bool IsWhole(NumberColumn column)
    {
        for (var row = 0; row < column.Length; row++)
        {
            if (!column.IsMissing(row) && column[row] != Math.Floor(column[row]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsMonotone(NumberColumn column)
    {
        int up = 0, down = 0;
        for (var row = 1; row < column.Length; row++)
        {
            up += column[row] > column[row - 1] ? 1 : 0;
            down += column[row] < column[row - 1] ? 1 : 0;
        }

        return column.Length > 50 && Math.Max(up, down) == column.Length - 1;
    }

    /// <summary>Cells of a column for measuring: words, or 20 quantile bins of a number; 0 is missing. Placeholder words are cells of their own.</summary>
    private static (int[] Cells, int Count) Cells(Column column, bool exact = false)
    {
        var cells = new int[column.Length];
        switch (column)
        {
            case TextColumn text:
                for (var row = 0; row < cells.Length; row++)
                {
                    cells[row] = text.Codes[row];
                }

                return (cells, text.Dictionary.Length);
            case NumberColumn { Codes: { } codes, Distinct: { } distinct } when exact || distinct.Length <= RichSelectors.Bins:
                for (var row = 0; row < cells.Length; row++)
                {
                    cells[row] = codes[row];
                }

                return (cells, distinct.Length);
            default:
                var values = column is NumberColumn number ? number.ToArray() : EqualitySelectors.DayNumbers((DateColumn)column).ToArray();
                if (exact)
                {
                    var sorted = values.Where(value => !double.IsNaN(value)).Distinct().Order().ToArray();
                    for (var row = 0; row < cells.Length; row++)
                    {
                        cells[row] = double.IsNaN(values[row]) ? 0 : Array.BinarySearch(sorted, values[row]) + 1;
                    }

                    return (cells, sorted.Length + 1);
                }

                var edges = EqualFrequencyBins.Edges(values, RichSelectors.Bins);
                var bins = EqualFrequencyBins.Assign(values, edges);
                for (var row = 0; row < cells.Length; row++)
                {
                    cells[row] = bins[row];
                }

                return (cells, edges.Length + 2);
        }
    }

    /// <summary>Largest correlation of one cell's indicator with the outcome.</summary>
    private static double Phi(int[] cells, int count, byte[] positive)
    {
        var n = new int[count];
        var tp = new int[count];
        var positives = 0;
        for (var row = 0; row < cells.Length; row++)
        {
            n[cells[row]]++;
            tp[cells[row]] += positive[row];
            positives += positive[row];
        }

        var totals = new Kindred.Statistics.Subgroups.Totals(cells.Length, positives);
        return Enumerable.Range(0, count).Max(cell => Math.Sqrt(Kindred.Statistics.Subgroups.ChiSquaredQuality.Of(tp[cell], n[cell] - tp[cell], totals) / cells.Length));
    }
}
