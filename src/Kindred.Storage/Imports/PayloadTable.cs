using System.Globalization;
using System.Text.Json;
using Kindred.Core.Tables;
using Kindred.Core.Workspaces;

namespace Kindred.Storage.Imports;

/// <summary>Builds a table again from stored rows.</summary>
internal sealed class PayloadTable(ImportedTable source, int rows)
{
    private readonly ColumnParts[] _columns = [.. source.Columns.Select(column => new ColumnParts(column, rows))];
    private char[] _text = new char[1024];
    private int _row;

    internal void Add(ReadOnlySpan<byte> payload)
    {
        var reader = new Utf8JsonReader(payload);
        reader.Read();
        foreach (var column in _columns)
        {
            reader.Read();
            switch (reader.TokenType)
            {
                case JsonTokenType.Number:
                    column.Numbers![_row] = reader.GetDouble();
                    break;
                case JsonTokenType.String:
                    var length = reader.ValueSpan.Length;
                    if (_text.Length < length)
                    {
                        _text = new char[length * 2];
                    }

                    column.Text(_row, _text.AsSpan(0, reader.CopyString(_text)));
                    break;
                default:
                    column.Missing(_row);
                    break;
            }
        }

        _row++;
    }

    internal Table Build() => new(source.Sheet.Length == 0 ? source.FileName : $"{source.FileName} › {source.Sheet}", [.. _columns.Select(column => column.Build(_row))], _row);

    private sealed class ColumnParts
    {
        private readonly ImportedColumn _column;
        private readonly long[]? _ticks;
        private readonly int[]? _codes;
        private readonly List<string> _dictionary = [""];
        private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal) { [""] = 0 };
        private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

        internal ColumnParts(ImportedColumn column, int rows)
        {
            _column = column;
            _lookup = _known.GetAlternateLookup<ReadOnlySpan<char>>();
            Numbers = column.Type == ColumnType.Number ? new double[rows] : null;
            _ticks = column.Type == ColumnType.Date ? new long[rows] : null;
            _codes = Numbers is null && _ticks is null ? new int[rows] : null;
        }

        internal double[]? Numbers { get; }

        internal void Missing(int row)
        {
            if (Numbers is not null)
            {
                Numbers[row] = double.NaN;
            }
            else if (_ticks is not null)
            {
                _ticks[row] = DateColumn.Missing;
            }
        }

        internal void Text(int row, ReadOnlySpan<char> text)
        {
            if (_ticks is not null)
            {
                _ticks[row] = DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.None).Ticks;
            }
            else if (!_lookup.TryGetValue(text, out var code))
            {
                code = _codes![row] = _dictionary.Count;
                _dictionary.Add(text.ToString());
                _known.Add(_dictionary[^1], code);
            }
            else
            {
                _codes![row] = code;
            }
        }

        internal Column Build(int rows)
        {
            if (Numbers is not null)
            {
                var numbers = Numbers.Length == rows ? Numbers : Numbers[..rows];
                return Coded(numbers) ?? new NumberColumn(_column.Name, numbers, _column.Currency);
            }

            if (_ticks is not null)
            {
                return new DateColumn(_column.Name, _ticks.Length == rows ? _ticks : _ticks[..rows]);
            }

            var placeholders = _column.Placeholders.Where(_known.ContainsKey).Select(word => _known[word]).Where(code => code > 0).ToList();
            return new TextColumn(_column.Name, CodeArray.From(_codes.AsSpan(0, rows), _dictionary.Count), [.. _dictionary], _column.Type, placeholders, _column.Separator);
        }

        /// <summary>One byte a row where there are few distinct numbers; null where there are many.</summary>
        private NumberColumn? Coded(double[] numbers)
        {
            var distinct = new List<double> { double.NaN };
            var known = new Dictionary<double, byte>();
            var codes = new byte[numbers.Length];
            for (var row = 0; row < numbers.Length; row++)
            {
                if (!double.IsNaN(numbers[row]) && !known.TryGetValue(numbers[row], out codes[row]))
                {
                    if (distinct.Count == 256)
                    {
                        return null;
                    }

                    known.Add(numbers[row], codes[row] = (byte)distinct.Count);
                    distinct.Add(numbers[row]);
                }
            }

            return new NumberColumn(_column.Name, CodeArray.Of(codes, codes.Length), [.. distinct], _column.Currency);
        }
    }
}
