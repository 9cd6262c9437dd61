using System.Globalization;

namespace Kindred.Core.Tables;

/// <summary>Numbers. A column with few distinct values is stored as codes, else as doubles; missing is NaN.</summary>
public sealed class NumberColumn : Column
{
    private readonly double[]? _dense;
    private readonly CodeArray? _codes;
    private readonly double[]? _distinct;

    /// <summary>Makes a dense column; NaN is missing.</summary>
    public NumberColumn(string name, double[] values, string? currency = null)
        : base(name, ColumnType.Number, values?.Length ?? 0)
    {
        _dense = values ?? throw new ArgumentNullException(nameof(values));
        Currency = currency;
    }

    /// <summary>Makes a coded column.</summary>
    /// <param name="name">Header.</param>
    /// <param name="codes">Per row an index into <paramref name="distinct"/>.</param>
    /// <param name="distinct">Distinct values; entry 0 is NaN (missing).</param>
    /// <param name="currency">ISO code when the column holds amounts of one currency.</param>
    public NumberColumn(string name, CodeArray codes, double[] distinct, string? currency = null)
        : base(name, ColumnType.Number, codes?.Length ?? 0)
    {
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentNullException.ThrowIfNull(distinct);
        if (distinct.Length == 0 || !double.IsNaN(distinct[0]))
        {
            throw new ArgumentException("Entry 0 of the distinct values is NaN.", nameof(distinct));
        }

        _codes = codes;
        _distinct = distinct;
        Currency = currency;
    }

    /// <summary>ISO code when the column holds amounts of one currency, else null.</summary>
    public string? Currency { get; }

    /// <summary>Codes when stored as codes, else null.</summary>
    public CodeArray? Codes => _codes;

    /// <summary>Distinct values when stored as codes (entry 0 NaN, not sorted), else null.</summary>
    public double[]? Distinct => _distinct;

    /// <summary>The value of a row; NaN when missing.</summary>
    public double this[int row] => _dense is not null ? _dense[row] : _distinct![_codes![row]];

    /// <summary>All values as a new array.</summary>
    public double[] ToArray()
    {
        var values = new double[Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = this[i];
        }

        return values;
    }

    /// <inheritdoc />
    public override bool IsMissing(int row) => double.IsNaN(this[row]);

    /// <inheritdoc />
    public override string TextAt(int row)
    {
        var value = this[row];
        return double.IsNaN(value) ? "" : value.ToString("R", CultureInfo.InvariantCulture);
    }

    /// <inheritdoc />
    public override Column Take(ReadOnlySpan<int> rows)
    {
        if (_codes is null)
        {
            var values = new double[rows.Length];
            for (var i = 0; i < rows.Length; i++)
            {
                values[i] = _dense![rows[i]];
            }

            return new NumberColumn(Name, values, Currency);
        }

        var codes = new int[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            codes[i] = _codes[rows[i]];
        }

        return new NumberColumn(Name, CodeArray.From(codes, _distinct!.Length), _distinct, Currency);
    }

    /// <inheritdoc />
    public override Column Renamed(string name) => _codes is null ? new NumberColumn(name, _dense!, Currency) : new NumberColumn(name, _codes, _distinct!, Currency);
}
