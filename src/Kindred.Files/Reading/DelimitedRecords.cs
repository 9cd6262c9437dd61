using System.Runtime.CompilerServices;

namespace Kindred.Files.Reading;

/// <summary>Records of a delimited file (RFC 4180, read strictly): a quote opens a cell only at its start, a line break inside quotes belongs to the cell, CRLF, LF and lone CR end a record.
/// A record that breaks the rules and spans lines loses only its first physical line: reading goes on behind it, so one unclosed quote costs one row.</summary>
internal sealed class DelimitedRecords : LineRejects
{
    private readonly byte _delimiter;
    private int _scratchUsed;

    internal DelimitedRecords(Utf8Source source, char delimiter)
        : base(source, (byte)delimiter) => _delimiter = (byte)delimiter;

    internal override bool Next()
    {
        while (true)
        {
            if (Position >= End && !Refill(Position))
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
                    if (End - Position > MaxRecord)
                    {
                        return RejectLong();
                    }

                    if (!Refill(Position))
                    {
                        // The file ends inside quotes.
                        return RejectFirstLine(RecordFault.BrokenQuote, Mark);
                    }

                    break;
            }
        }
    }

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
        var marks = Marks;
        var markCount = MarkCount;
        var mark = Mark;
        var start = Position;
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
                        RejectFirstLine(RecordFault.BrokenQuote, Mark);
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
                if (start == End && !IsEnded)
                {
                    return Step.More;
                }

                if (start < End && buffer[start] == '\n')
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
        if (count == 1 && CellText.Trim(Buffer.AsSpan(Position, at - Position)).Length == 0)
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
                RejectFirstLine(RecordFault.FieldCount, Mark);
                return Step.Record;
            }
        }

        RawStart = Position;
        RawLength = at - Position;
        Count = count;
        Fault = Width > 0 && count != Width ? RecordFault.FieldCount : RecordFault.None;
        if (at - Position > MaxRecord)
        {
            Fault = RecordFault.TooLong;
        }
        else if (IsSuspicious)
        {
            CheckBytes();
        }

        Line = NextLine;
        Advance(next, mark, 1 + inner);
        return Step.Record;
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
        while (mark < MarkCount)
        {
            at = Marks[mark++];
            var found = Buffer[at];
            if (found == '\n' || (found == '\r' && (at + 1 >= End || Buffer[at + 1] != '\n')))
            {
                inner++;
            }

            if (found != '"')
            {
                continue;
            }

            if (at + 1 >= End && !IsEnded)
            {
                return RecordFault.TooLong;
            }

            if (mark < MarkCount && Marks[mark] == at + 1 && Buffer[at + 1] == '"')
            {
                escapes++;
                mark++;
                continue;
            }

            length = at - slice;
            if (mark >= MarkCount)
            {
                return RecordFault.TooLong;
            }

            var close = at;
            at = Marks[mark++];
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
}
