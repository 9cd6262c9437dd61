using System.Text;
using Kindred.Core.Basics;
using Kindred.Core.Tables;

namespace Kindred.Files.Columns;

/// <summary>Turns the cells of a column into a typed column by its plan. Cells that do not fit become missing and their rows are named, to be rejected.</summary>
internal static class ColumnBuilder
{
    /// <summary>Builds the column, and the column of currencies where the plan asks for one.</summary>
    /// <param name="plan">How cells are read.</param>
    /// <param name="cells">The cells; may be used up.</param>
    /// <param name="misfits">Gets the rows whose cell is no value of the type.</param>
    internal static IReadOnlyList<Column> Build(ColumnPlan plan, ColumnCells cells, SortedDictionary<int, Reason> misfits)
    {
        switch (plan.Type)
        {
            case ColumnType.Number:
                var numbers = Numbers(plan, cells, misfits, out var currencies);
                return currencies is null ? [numbers] : [numbers, currencies];
            case ColumnType.Date:
                return [Dates(plan, cells, misfits)];
            default:
                return [Words(plan, cells)];
        }
    }

    /// <summary>False when the cells were read as figures on the way and the plan says otherwise: the column must be read again cell by cell.</summary>
    internal static bool CanBuild(ColumnPlan plan, ColumnCells cells) =>
        (cells.Figures is not { } figures || (plan is { Type: ColumnType.Number, Style: not DecimalStyle.Comma, Power: 0 } && figures.Aside.Count <= FigureCells.MostAside))
        && (cells.Moments is not { } moments || (plan.Type == ColumnType.Date && moments.Aside.Count <= FigureCells.MostAside));

    private static NumberColumn Numbers(ColumnPlan plan, ColumnCells cells, SortedDictionary<int, Reason> misfits, out TextColumn? currencies)
    {
        currencies = null;
        var rowCurrencies = plan.HasSeveralCurrencies ? new byte[cells.Rows] : null;
        NumberColumn column;
        if (cells.Figures is { } figures)
        {
            var values = figures.Values;
            foreach (var (row, cell) in figures.Aside)
            {
                if (!plan.Number(cell, out values[row], out var currency))
                {
                    misfits.TryAdd(row, RowChecks.NotANumber(plan.Name, Encoding.UTF8.GetString(cell)));
                }

                if (rowCurrencies is not null)
                {
                    rowCurrencies[row] = currency;
                }
            }

            column = new NumberColumn(plan.Name, values, plan.Currency);
        }
        else if (cells.Words is { } words)
        {
            var codes = new int[words.Count];
            var wordCurrencies = new byte[words.Count];
            var distinct = new List<double> { double.NaN };
            var known = new Dictionary<double, int>();
            List<int>? bad = null;
            for (var code = 1; code < words.Count; code++)
            {
                if (!plan.Number(words[code], out var value, out wordCurrencies[code]))
                {
                    (bad ??= []).Add(code);
                }

                if (!double.IsNaN(value) && !known.TryGetValue(value, out codes[code]))
                {
                    known.Add(value, codes[code] = distinct.Count);
                    distinct.Add(value);
                }
            }

            AddMisfits(plan, cells, bad, misfits);
            for (var row = 0; rowCurrencies is not null && row < rowCurrencies.Length; row++)
            {
                rowCurrencies[row] = wordCurrencies[cells.CodeAt(row)];
            }

            column = new NumberColumn(plan.Name, cells.Recoded(codes, distinct.Count), [.. distinct], plan.Currency);
        }
        else
        {
            var values = new double[cells.Rows];
            var reader = cells.Pages!.Read();
            for (var row = 0; reader.Next(out var cell); row++)
            {
                if (!plan.Number(cell, out values[row], out var currency))
                {
                    misfits.TryAdd(row, RowChecks.NotANumber(plan.Name, Encoding.UTF8.GetString(cell)));
                }

                if (rowCurrencies is not null)
                {
                    rowCurrencies[row] = currency;
                }
            }

            column = new NumberColumn(plan.Name, values, plan.Currency);
        }

        if (rowCurrencies is not null)
        {
            currencies = new TextColumn(plan.CurrencyColumn!, CodeArray.Of(rowCurrencies, rowCurrencies.Length), NumberWords.Currencies);
        }

        return column;
    }

    private static DateColumn Dates(ColumnPlan plan, ColumnCells cells, SortedDictionary<int, Reason> misfits)
    {
        if (cells.Moments is { } moments)
        {
            var read = moments.Ticks;
            foreach (var (row, cell) in moments.Aside)
            {
                if (!plan.Date(cell, out read[row]))
                {
                    misfits.TryAdd(row, RowChecks.NotADate(plan.Name, Encoding.UTF8.GetString(cell), plan.DateForm));
                }
            }

            return new DateColumn(plan.Name, read);
        }

        var ticks = new long[cells.Rows];
        if (cells.Words is { } words)
        {
            var byCode = new long[words.Count];
            byCode[0] = DateColumn.Missing;
            List<int>? bad = null;
            for (var code = 1; code < byCode.Length; code++)
            {
                if (!plan.Date(words[code], out byCode[code]))
                {
                    (bad ??= []).Add(code);
                }
            }

            AddMisfits(plan, cells, bad, misfits);
            for (var row = 0; row < ticks.Length; row++)
            {
                ticks[row] = byCode[cells.CodeAt(row)];
            }
        }
        else
        {
            var reader = cells.Pages!.Read();
            for (var row = 0; reader.Next(out var cell); row++)
            {
                if (!plan.Date(cell, out ticks[row]))
                {
                    misfits.TryAdd(row, RowChecks.NotADate(plan.Name, Encoding.UTF8.GetString(cell), plan.DateForm));
                }
            }
        }

        return new DateColumn(plan.Name, ticks);
    }

    private static TextColumn Words(ColumnPlan plan, ColumnCells cells)
    {
        if (cells.Finished is null && cells.Words is null)
        {
            FinishedWords.Finish(cells);
        }

        var words = cells.Finished ?? FinishedWords.Of(plan, cells);
        return new TextColumn(plan.Name, words.Codes, words.Dictionary, plan.Type, words.Placeholders, plan.Separator);
    }

    private static void AddMisfits(ColumnPlan plan, ColumnCells cells, List<int>? bad, SortedDictionary<int, Reason> misfits)
    {
        if (bad is null)
        {
            return;
        }

        var reasons = new Reason?[cells.Words!.Count];
        foreach (var code in bad)
        {
            var cell = Encoding.UTF8.GetString(cells.Words[code]);
            reasons[code] = plan.Type == ColumnType.Number ? RowChecks.NotANumber(plan.Name, cell) : RowChecks.NotADate(plan.Name, cell, plan.DateForm);
        }

        for (var row = 0; row < cells.Rows; row++)
        {
            if (reasons[cells.CodeAt(row)] is { } reason)
            {
                misfits.TryAdd(row, reason);
            }
        }
    }
}
