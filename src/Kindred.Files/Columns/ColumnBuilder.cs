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

    private static NumberColumn Numbers(ColumnPlan plan, ColumnCells cells, SortedDictionary<int, Reason> misfits, out TextColumn? currencies)
    {
        currencies = null;
        var rowCurrencies = plan.HasSeveralCurrencies ? new byte[cells.Rows] : null;
        NumberColumn column;
        if (cells.Words is { } words)
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
        var words = cells.Words;
        int[]? rows = null;
        if (words is null)
        {
            // Nearly every cell differs: give codes now, one column at a time.
            words = new WordTable();
            rows = new int[cells.Rows];
            var reader = cells.Pages!.Read();
            for (var row = 0; reader.Next(out var cell); row++)
            {
                rows[row] = words.Code(in System.Runtime.InteropServices.MemoryMarshal.GetReference(cell), cell.Length);
            }
        }

        var dictionary = Plain(plan, words, out var placeholders);
        if (dictionary is not null)
        {
            return new TextColumn(plan.Name, rows is null ? cells.Coded(dictionary.Length) : Narrow(rows, dictionary.Length), dictionary, plan.Type, placeholders, plan.Separator);
        }

        dictionary = Merged(plan, words, out var codes, out placeholders);
        for (var row = 0; rows is not null && row < rows.Length; row++)
        {
            rows[row] = codes[rows[row]];
        }

        return new TextColumn(plan.Name, rows is null ? cells.Recoded(codes, dictionary.Length) : Narrow(rows, dictionary.Length), dictionary, plan.Type, placeholders, plan.Separator);
    }

    /// <summary>The words when all of them are kept as they are, which most columns allow; null when some must be trimmed, composed or respelt.</summary>
    private static string[]? Plain(ColumnPlan plan, WordTable words, out List<int> placeholders)
    {
        placeholders = [];
        if (plan.Booleans is not null)
        {
            return null;
        }

        var dictionary = new string[words.Count];
        dictionary[0] = "";
        for (var code = 1; code < dictionary.Length; code++)
        {
            var bytes = words[code];
            if (bytes[0] <= 0x20 || bytes[^1] <= 0x20 || bytes[0] == '\'')
            {
                return null;
            }

            if (Ascii.IsValid(bytes))
            {
                dictionary[code] = Encoding.ASCII.GetString(bytes);
            }
            else
            {
                var word = dictionary[code] = Encoding.UTF8.GetString(bytes);
                if (Reading.CellText.Trim(bytes).Length != bytes.Length || !word.IsNormalized())
                {
                    return null;
                }
            }

            if (Placeholders.Has(bytes))
            {
                placeholders.Add(code);
            }
        }

        return dictionary;
    }

    private static string[] Merged(ColumnPlan plan, WordTable words, out int[] codes, out List<int> placeholders)
    {
        codes = new int[words.Count];
        placeholders = [];
        var dictionary = new List<string>(words.Count) { "" };
        var known = new Dictionary<string, int>(words.Count, StringComparer.Ordinal) { [""] = 0 };
        for (var code = 1; code < words.Count; code++)
        {
            var word = plan.Word(words[code]);
            if (!known.TryGetValue(word, out codes[code]))
            {
                codes[code] = dictionary.Count;
                known.Add(word, dictionary.Count);
                if (Placeholders.Has(Reading.CellText.Trim(words[code])))
                {
                    placeholders.Add(dictionary.Count);
                }

                dictionary.Add(word);
            }
        }

        return [.. dictionary];
    }

    private static CodeArray Narrow(int[] rows, int count) => count > 65536 ? CodeArray.Of(rows, rows.Length) : CodeArray.From(rows, count);

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
