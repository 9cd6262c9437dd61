using System.Globalization;
using System.Text;
using ExcelDataReader;
using Kindred.Files.Reading;

namespace Kindred.Files.Xlsx;

/// <summary>The rows of one sheet as records: cached values only, numbers in plain form, dates in ISO form. The workbook passed the guard before.</summary>
internal sealed class SheetRecords : RecordSource
{
    private const int LongestCell = 32_767;
    private readonly IExcelDataReader _reader;
    private readonly Stream _stream;
    private readonly CancellationToken _ct;
    private readonly bool _isFrom1904;
    private byte[] _raw = [];
    private int _used;

    internal SheetRecords(string path, int sheet, CancellationToken ct)
    {
        Encodings.Register();
        _ct = ct;
        _stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        _isFrom1904 = WorkbookGuard.IsFrom1904(_stream);
        _reader = ExcelReaderFactory.CreateOpenXmlReader(_stream);
        for (var i = 0; i < sheet; i++)
        {
            _reader.NextResult();
        }

        Buffer = new byte[1024];
    }

    internal override double Progress => _reader.RowCount > 0 ? Math.Min(1, (double)_reader.Depth / _reader.RowCount) : 0;

    internal override ReadOnlySpan<byte> Raw => _raw;

    internal override bool Next()
    {
        while (Read())
        {
            _ct.ThrowIfCancellationRequested();
            Line = _reader.Depth + 1;
            if (Fill())
            {
                return true;
            }

            BlankLines++;
        }

        return false;
    }

    private bool Read()
    {
        try
        {
            return _reader.Read();
        }
        catch (Exception failure) when (WorkbookGuard.IsDamage(failure))
        {
            throw new InvalidDataException(failure.Message, failure);
        }
    }

    public override void Dispose()
    {
        _reader.Dispose();
        _stream.Dispose();
    }

    /// <summary>Takes over the cells of the row; false when all are empty.</summary>
    private bool Fill()
    {
        _used = 0;
        Fault = RecordFault.None;
        var count = Width > 0 ? Math.Max(Width, _reader.FieldCount) : _reader.FieldCount;
        var last = 0;
        Count = 0;
        for (var i = 0; i < count; i++)
        {
            if (i == Starts.Length)
            {
                GrowFields();
            }

            var text = i < _reader.FieldCount ? Text(Value(i)) : "";
            if (text.Length > LongestCell)
            {
                Fault = RecordFault.CellTooLong;
                text = text[..LongestCell];
            }

            Append(text, i);
            last = text.Length > 0 ? i + 1 : last;
        }

        if (last == 0)
        {
            return false;
        }

        Count = Width > 0 ? Math.Max(Width, last) : last;
        if (Fault == RecordFault.None && Width > 0 && last > Width)
        {
            Fault = RecordFault.FieldCount;
        }

        MakeRaw(last);
        if (Fault == RecordFault.None && _raw.AsSpan().Contains((byte)0))
        {
            Fault = RecordFault.Nul;
        }

        return true;
    }

    private void Append(string text, int field)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_used + most + Padding > Buffer.Length)
        {
            Array.Resize(ref Buffer, Math.Max(Buffer.Length * 2, _used + most + Padding));
        }

        Starts[field] = _used;
        Lengths[field] = Encoding.UTF8.GetBytes(text, Buffer.AsSpan(_used));
        _used += Lengths[field];
    }

    /// <summary>A row of a sheet has no text of its own: cells joined by tabs stand for it.</summary>
    private void MakeRaw(int cells)
    {
        _raw = new byte[_used + cells];
        var at = 0;
        for (var i = 0; i < cells; i++)
        {
            var field = Field(i);
            field.CopyTo(_raw.AsSpan(at));
            at += field.Length;
            if (i < cells - 1)
            {
                _raw[at++] = (byte)'\t';
            }
        }

        Array.Resize(ref _raw, at);
    }

    /// <summary>Numbers in the date formats that only East Asian spreadsheets have built in (27–31, 34–36, 50–54, 57, 58: 2026년 11월 21일) are dates; the library leaves them numbers.</summary>
    private object? Value(int field) => _reader.GetValue(field) is var value && value is double and >= 1 and < 2_958_465 && _reader.GetNumberFormatIndex(field) is (>= 27 and <= 31) or (>= 34 and <= 36) or (>= 50 and <= 54) or 57 or 58
        ? DateTime.FromOADate((double)value + (_isFrom1904 ? 1462 : 0))
        : value;

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        bool truth => truth ? "TRUE" : "FALSE",
        DateTime time => time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
