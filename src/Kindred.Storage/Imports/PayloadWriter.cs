using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Kindred.Core.Tables;

namespace Kindred.Storage.Imports;

/// <summary>Writes the rows of a batch as JSON arrays: text and dates as strings, numbers as numbers, empty cells as null. Every distinct word is escaped once.</summary>
internal sealed class PayloadWriter
{
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Create(new TextEncoderSettings(UnicodeRanges.All));
    private readonly Table _table;
    private readonly byte[][]?[] _words;
    private byte[] _buffer = new byte[1 << 20];
    private int _used;

    internal PayloadWriter(Table table)
    {
        _table = table;
        _words = [.. table.Columns.Select(column => column is TextColumn text ? [.. text.Dictionary.Select(Word)] : (byte[][]?)null)];
        Ends = new int[table.RowCount + 1];
        for (var row = 0; row < table.RowCount; row++)
        {
            Write(row);
            Ends[row + 1] = _used;
        }
    }

    /// <summary>Per row the end of its payload; entry 0 is 0.</summary>
    private int[] Ends { get; }

    internal ReadOnlyMemory<byte> this[int row] => _buffer.AsMemory(Ends[row], Ends[row + 1] - Ends[row]);

    private static byte[] Word(string word) => word.Length == 0 ? [.. "null"u8] : [(byte)'"', .. JsonEncodedText.Encode(word, Encoder).EncodedUtf8Bytes, (byte)'"'];

    private void Write(int row)
    {
        Append("["u8);
        for (var i = 0; i < _words.Length; i++)
        {
            if (i > 0)
            {
                Append(","u8);
            }

            switch (_table.Columns[i])
            {
                case TextColumn text:
                    Append(_words[i]![text.Codes[row]]);
                    break;
                case NumberColumn number:
                    Number(number[row]);
                    break;
                case DateColumn date:
                    Date(date[row]);
                    break;
            }
        }

        Append("]"u8);
    }

    private void Number(double value)
    {
        if (double.IsNaN(value))
        {
            Append("null"u8);
            return;
        }

        Reserve(40);
        var whole = (long)value;
        var written = 0;
        var done = whole == value && Math.Abs(value) < 1e15 && !(whole == 0 && double.IsNegative(value))
            ? whole.TryFormat(_buffer.AsSpan(_used), out written, provider: CultureInfo.InvariantCulture)
            : value.TryFormat(_buffer.AsSpan(_used), out written, "R", CultureInfo.InvariantCulture);
        _used += done ? written : throw new InvalidOperationException("A number takes more than 40 characters.");
    }

    private void Date(long ticks)
    {
        if (ticks == DateColumn.Missing)
        {
            Append("null"u8);
            return;
        }

        Reserve(40);
        var time = new DateTime(ticks);
        var rest = ticks % TimeSpan.TicksPerDay;
        _buffer[_used++] = (byte)'"';
        var (year, month, day) = time;
        Digits(year, 4);
        _buffer[_used++] = (byte)'-';
        Digits(month, 2);
        _buffer[_used++] = (byte)'-';
        Digits(day, 2);
        if (rest != 0)
        {
            _buffer[_used++] = (byte)'T';
            Digits(time.Hour, 2);
            _buffer[_used++] = (byte)':';
            Digits(time.Minute, 2);
            _buffer[_used++] = (byte)':';
            Digits(time.Second, 2);
            if (ticks % TimeSpan.TicksPerSecond != 0)
            {
                _buffer[_used++] = (byte)'.';
                Digits((int)(ticks % TimeSpan.TicksPerSecond), 7);
            }
        }

        _buffer[_used++] = (byte)'"';
    }

    private void Digits(int value, int count)
    {
        for (var i = count - 1; i >= 0; i--)
        {
            _buffer[_used + i] = (byte)('0' + (value % 10));
            value /= 10;
        }

        _used += count;
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_buffer.AsSpan(_used));
        _used += bytes.Length;
    }

    private void Reserve(int bytes)
    {
        if (_used + bytes > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _used + bytes));
        }
    }
}
