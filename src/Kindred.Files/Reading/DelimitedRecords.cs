using System.Runtime.CompilerServices;
using System.Text.Unicode;

namespace Kindred.Files.Reading;

/// <summary>Records of a delimited file (RFC 4180, read strictly): a quote opens a cell only at its start, a line break inside quotes belongs to the cell, CRLF, LF and lone CR end a record.
/// A record that breaks the rules and spans lines loses only its first physical line: reading goes on behind it, so one unclosed quote costs one row.</summary>
internal sealed class DelimitedRecords : RecordSource
{
    /// <summary>Longest record, bytes.</summary>
    internal const int MaxRecord = 1 << 20;

    private const int Chunk = 1 << 18;
    private readonly Utf8Source _source;
    private readonly byte _delimiter;
    private int[] _marks;
    private int _markCount;
    private int _mark;
    private int _position;
    private int _end;
    private bool _ended;
    private bool _suspicious;
    private long _nextLine = 1;
    private int _rawStart;
    private int _rawLength;
    private int _scratchUsed;

    internal DelimitedRecords(Utf8Source source, char delimiter)
    {
        _source = source;
        _delimiter = (byte)delimiter;
        Buffer = new byte[(int)Math.Clamp(source.Length, 1 << 12, Chunk) + Padding];
        Scratch = new byte[256 + Padding];
        _marks = new int[Buffer.Length];
    }

    internal override double Progress => _source.Progress;

    internal override bool Next()
    {
        while (true)
        {
            if (_position >= _end && !Refill(_position))
            {
                return false;
            }

            switch (Parse())
            {
                case Step.Record:
                    return true;
                case Step.Blank:
                    BlankLines++;
                    break;
                case Step.More:
                    if (_end - _position > MaxRecord)
                    {
                        return RejectLong();
                    }

                    if (!Refill(_position))
                    {
                        // The file ends inside quotes.
                        return RejectFirstLine(RecordFault.BrokenQuote, _mark);
                    }

                    break;
            }
        }
    }

    internal override ReadOnlySpan<byte> Raw => Buffer.AsSpan(_rawStart, _rawLength);

    public override void Dispose() => _source.Dispose();

    private enum Step
    {
        Record,
        Blank,
        More,
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Step Parse()
    {
        var buffer = Buffer;
        var marks = _marks;
        var markCount = _markCount;
        var mark = _mark;
        var start = _position;
        var count = 0;
        var inner = 0;
        var starts = Starts;
        var lengths = Lengths;
        _scratchUsed = 0;
        while (mark < markCount)
        {
            var at = marks[mark++];
            var found = buffer[at];
            var length = at - start;
            var slice = start;
            if (found == '"')
            {
                if (!IsBlank(buffer, start, at))
                {
                    // A quote inside an unquoted cell is an ordinary character (27" monitor).
                    if (!SkipToEnd(buffer, marks, ref mark, markCount, out at))
                    {
                        return Step.More;
                    }

                    found = buffer[at];
                    length = at - start;
                }
                else
                {
                    var outcome = Quoted(ref mark, at, ref inner, out slice, out length, out at);
                    if (outcome == RecordFault.TooLong)
                    {
                        return Step.More;
                    }

                    if (outcome == RecordFault.BrokenQuote)
                    {
                        RejectFirstLine(RecordFault.BrokenQuote, _mark);
                        return Step.Record;
                    }

                    found = buffer[at];
                }
            }

            if (count == starts.Length)
            {
                GrowFields();
                starts = Starts;
                lengths = Lengths;
            }

            starts[count] = slice;
            lengths[count++] = length;
            start = at + 1;
            if (found == _delimiter)
            {
                continue;
            }

            if (found == '\r')
            {
                if (start == _end && !_ended)
                {
                    return Step.More;
                }

                if (start < _end && buffer[start] == '\n')
                {
                    start++;
                    mark++;
                }
            }

            return Finish(count, inner, at, start, mark);
        }

        return Step.More;
    }

    private Step Finish(int count, int inner, int at, int next, int mark)
    {
        if (count == 1 && CellText.Trim(Buffer.AsSpan(_position, at - _position)).Length == 0)
        {
            Advance(next, mark, 1 + inner);
            return Step.Blank;
        }

        if (Width > 0 && count != Width)
        {
            while (count > Width && Lengths[count - 1] == 0)
            {
                count--;
            }

            if (count != Width && inner > 0)
            {
                RejectFirstLine(RecordFault.FieldCount, _mark);
                return Step.Record;
            }
        }

        _rawStart = _position;
        _rawLength = at - _position;
        Count = count;
        Fault = Width > 0 && count != Width ? RecordFault.FieldCount : RecordFault.None;
        if (at - _position > MaxRecord)
        {
            Fault = RecordFault.TooLong;
        }
        else if (_suspicious)
        {
            CheckBytes();
        }

        Line = _nextLine;
        Advance(next, mark, 1 + inner);
        return Step.Record;
    }

    private void Advance(int next, int mark, int lines)
    {
        _position = next;
        _mark = mark;
        _nextLine += lines;
    }

    private void CheckBytes()
    {
        var raw = Buffer.AsSpan(_rawStart, _rawLength);
        if (raw.Contains((byte)0))
        {
            Fault = RecordFault.Nul;
        }
        else if (!Utf8.IsValid(raw) || raw.IndexOf("\uFFFD"u8) >= 0)
        {
            Fault = RecordFault.BadBytes;
        }
    }

    private static bool IsBlank(byte[] buffer, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (buffer[i] != ' ')
            {
                return false;
            }
        }

        return true;
    }

    private bool SkipToEnd(byte[] buffer, int[] marks, ref int mark, int markCount, out int at)
    {
        while (mark < markCount)
        {
            at = marks[mark++];
            if (buffer[at] != '"')
            {
                return true;
            }
        }

        at = -1;
        return false;
    }

    /// <summary>Reads a quoted cell whose opening quote is at <paramref name="open"/>. TooLong stands for "the end is not in the buffer".</summary>
    private RecordFault Quoted(ref int mark, int open, ref int inner, out int slice, out int length, out int at)
    {
        var escapes = 0;
        slice = open + 1;
        length = 0;
        at = -1;
        while (mark < _markCount)
        {
            at = _marks[mark++];
            var found = Buffer[at];
            if (found == '\n' || (found == '\r' && (at + 1 >= _end || Buffer[at + 1] != '\n')))
            {
                inner++;
            }

            if (found != '"')
            {
                continue;
            }

            if (at + 1 >= _end && !_ended)
            {
                return RecordFault.TooLong;
            }

            if (mark < _markCount && _marks[mark] == at + 1 && Buffer[at + 1] == '"')
            {
                escapes++;
                mark++;
                continue;
            }

            length = at - slice;
            if (mark >= _markCount)
            {
                return RecordFault.TooLong;
            }

            var close = at;
            at = _marks[mark++];
            if (Buffer[at] == '"' || !IsBlank(Buffer, close + 1, at))
            {
                return RecordFault.BrokenQuote;
            }

            if (escapes > 0)
            {
                slice = Unescape(slice, length, ref length);
            }

            return RecordFault.None;
        }

        return RecordFault.TooLong;
    }

    private int Unescape(int from, int rawLength, ref int length)
    {
        if (Scratch.Length < _scratchUsed + rawLength + Padding)
        {
            Array.Resize(ref Scratch, Math.Max(Scratch.Length * 2, _scratchUsed + rawLength + Padding));
        }

        var start = _scratchUsed;
        for (var i = from; i < from + rawLength; i++)
        {
            Scratch[_scratchUsed++] = Buffer[i];
            if (Buffer[i] == '"')
            {
                i++;
            }
        }

        length = _scratchUsed - start;
        return ~start;
    }

    /// <summary>Rejects the first physical line of the record at the current position and goes on behind it.</summary>
    private bool RejectFirstLine(RecordFault fault, int mark)
    {
        while (mark < _markCount && Buffer[_marks[mark]] is not ((byte)'\n' or (byte)'\r'))
        {
            mark++;
        }

        var at = mark < _markCount ? _marks[mark++] : _end;
        var next = Math.Min(at + 1, _end);
        if (at < _end && Buffer[at] == '\r' && next < _end && Buffer[next] == '\n')
        {
            next++;
            mark++;
        }

        _rawStart = _position;
        _rawLength = at - _position;
        Count = 0;
        Fault = fault;
        Line = _nextLine;
        Advance(next, mark, 1);
        return true;
    }

    /// <summary>The record exceeds the cap: rejects its first line, however long that is.</summary>
    private bool RejectLong()
    {
        var mark = _mark;
        while (mark < _markCount && Buffer[_marks[mark]] is not ((byte)'\n' or (byte)'\r'))
        {
            mark++;
        }

        if (mark < _markCount)
        {
            return RejectFirstLine(_marks[mark] - _position > MaxRecord ? RecordFault.TooLong : RecordFault.BrokenQuote, _mark);
        }

        // No line break in the whole buffer: keep its beginning for the reject and drop the rest up to the next break.
        var head = Buffer.AsSpan(_position, RawLimit).ToArray();
        while (mark >= _markCount)
        {
            _position = _end;
            if (!Refill(_end))
            {
                break;
            }

            mark = 0;
            while (mark < _markCount && Buffer[_marks[mark]] is not ((byte)'\n' or (byte)'\r'))
            {
                mark++;
            }
        }

        RejectFirstLine(RecordFault.TooLong, mark);
        if (Scratch.Length < head.Length + Padding)
        {
            Scratch = new byte[head.Length + Padding];
        }

        // The raw text is shown from the buffer; its front is free now when the tail was consumed, else the tail is shown.
        if (_position >= head.Length)
        {
            head.CopyTo(Buffer, 0);
            _rawStart = 0;
            _rawLength = head.Length;
        }

        return true;
    }

    /// <summary>Moves what is left to the front and reads on. False when the file is at its end and nothing is left to read.</summary>
    private bool Refill(int keepFrom)
    {
        if (_ended)
        {
            return false;
        }

        var kept = _end - keepFrom;
        System.Buffer.BlockCopy(Buffer, keepFrom, Buffer, 0, kept);
        if (kept > Buffer.Length / 2)
        {
            Array.Resize(ref Buffer, (Buffer.Length * 2) + Padding);
            Array.Resize(ref _marks, Buffer.Length);
        }

        var moved = 0;
        for (var i = _mark; i < _markCount; i++)
        {
            if (_marks[i] >= keepFrom)
            {
                _marks[moved++] = _marks[i] - keepFrom;
            }
        }

        var read = 0;
        var room = Buffer.AsSpan(kept, Buffer.Length - kept - Padding - 1);
        while (read < room.Length && _source.Read(room[read..]) is > 0 and var more)
        {
            read += more;
        }

        _position = 0;
        _mark = 0;
        _end = kept + read;
        if (read == 0)
        {
            _ended = true;
            if (kept == 0)
            {
                _markCount = 0;
                return false;
            }

            // Every record ends with a line break: give the last one its own.
            if (Buffer[_end - 1] is not ((byte)'\n' or (byte)'\r'))
            {
                Buffer[_end++] = (byte)'\n';
            }
        }

        _suspicious = IsSuspicious(Buffer.AsSpan(0, _end));
        _markCount = MarkScan.Find(Buffer, kept, _end, _delimiter, _marks, moved);
        return true;
    }

    private static bool IsSuspicious(ReadOnlySpan<byte> bytes) =>
        bytes.Contains((byte)0) || (!System.Text.Ascii.IsValid(bytes) && (!Utf8.IsValid(bytes) || bytes.IndexOf("\uFFFD"u8) >= 0));
}
