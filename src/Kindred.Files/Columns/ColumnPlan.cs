using Kindred.Core.Tables;
using Kindred.Files.Reading;

namespace Kindred.Files.Columns;

/// <summary>How every cell of a column is read, decided once.</summary>
internal sealed record ColumnPlan(string Name, ColumnType Type)
{
    internal DecimalStyle Style { get; init; }

    /// <summary>Power of ten of the header's unit.</summary>
    internal int Power { get; init; }

    /// <summary>Currency of every cell, else null.</summary>
    internal string? Currency { get; init; }

    /// <summary>Cells are of several currencies: a column with the code of each cell is added.</summary>
    internal bool HasSeveralCurrencies { get; init; }

    internal DateOrder Order { get; init; }

    /// <summary>The form dates are expected in, for messages.</summary>
    internal string DateForm { get; init; } = "yyyy-MM-dd";

    internal ColumnPlan In(DateOrder order) => this with
    {
        Order = order,
        DateForm = order switch { DateOrder.DayFirst => "dd/MM/yyyy", DateOrder.MonthFirst => "MM/dd/yyyy", _ => "yy.MM.dd" },
    };

    /// <summary>Cells carry different offsets: all are turned to UTC.</summary>
    internal bool ToUtc { get; init; }

    /// <summary>Words of a boolean column as written, lower-cased, and the word they are kept as.</summary>
    internal IReadOnlyDictionary<string, string>? Booleans { get; init; }

    internal char? Separator { get; init; }

    /// <summary>Name of the added column of currencies.</summary>
    internal string? CurrencyColumn { get; init; }

    /// <summary>Nearly all cells are plain numbers or ISO dates and can be read as they come.</summary>
    internal bool IsPlain { get; init; }

    internal bool IsText => Type is ColumnType.Text or ColumnType.Boolean;

    /// <summary>The number of a cell; NaN when it is missing. False when the cell is neither.</summary>
    internal bool Number(ReadOnlySpan<byte> raw, out double value, out byte currency)
    {
        currency = 0;
        value = double.NaN;
        var cell = CellText.Trim(raw);
        if (cell.IsEmpty)
        {
            return true;
        }

        if (NumberCell.TryRead(cell, Style, Power, out var reading) || NumberCell.TryRead(Writing.SafeCsv.WithoutPrefix(cell), Style, Power, out reading))
        {
            value = reading.Value;
            currency = reading.Currency;
            return true;
        }

        return Placeholders.Has(cell) || Placeholders.HasAmongFigures(cell);
    }

    /// <summary>The ticks of a cell; <see cref="DateColumn.Missing"/> when it is missing. False when the cell is neither.</summary>
    internal bool Date(ReadOnlySpan<byte> raw, out long ticks)
    {
        ticks = DateColumn.Missing;
        var cell = CellText.Trim(raw);
        if (cell.IsEmpty)
        {
            return true;
        }

        if (DateCell.TryRead(cell, out var reading))
        {
            var found = reading.Ticks(Order);
            if (found >= 0)
            {
                ticks = ToUtc ? Math.Clamp(found - (reading.OffsetMinutes * TimeSpan.TicksPerMinute), 0, DateTime.MaxValue.Ticks) : found;
                return true;
            }

            return false;
        }

        return Placeholders.Has(cell) || Placeholders.HasAmongFigures(cell);
    }

    /// <summary>The word of a cell.</summary>
    internal string Word(ReadOnlySpan<byte> raw)
    {
        var word = CellText.Clean(raw);
        return Booleans is not null && Booleans.TryGetValue(word.ToLowerInvariant(), out var kept) ? kept : word;
    }
}
