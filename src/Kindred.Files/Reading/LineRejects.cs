namespace Kindred.Files.Reading;

/// <summary>What is lost when a record cannot be read: its first physical line, and no more.</summary>
internal abstract class LineRejects(Utf8Source source, byte delimiter) : MarkedRecords(source, delimiter)
{
    /// <summary>Longest record, bytes.</summary>
    internal const int MaxRecord = 1 << 20;

    /// <summary>Rejects the first physical line of the record at the current position and goes on behind it.</summary>
    private protected bool RejectFirstLine(RecordFault fault, int mark)
    {
        while (mark < MarkCount && Buffer[Marks[mark]] is not ((byte)'\n' or (byte)'\r'))
        {
            mark++;
        }

        var at = mark < MarkCount ? Marks[mark++] : End;
        var next = Math.Min(at + 1, End);
        if (at < End && Buffer[at] == '\r' && next < End && Buffer[next] == '\n')
        {
            next++;
            mark++;
        }

        RawStart = Position;
        RawLength = at - Position;
        Count = 0;
        Fault = fault;
        Line = NextLine;
        Advance(next, mark, 1);
        return true;
    }

    /// <summary>The record exceeds the cap: rejects its first line, however long that is.</summary>
    private protected bool RejectLong()
    {
        var mark = Mark;
        while (mark < MarkCount && Buffer[Marks[mark]] is not ((byte)'\n' or (byte)'\r'))
        {
            mark++;
        }

        if (mark < MarkCount)
        {
            return RejectFirstLine(Marks[mark] - Position > MaxRecord ? RecordFault.TooLong : RecordFault.BrokenQuote, Mark);
        }

        // No line break in the whole buffer: keep its beginning for the reject and drop the rest up to the next break.
        var head = Buffer.AsSpan(Position, RawLimit).ToArray();
        while (mark >= MarkCount)
        {
            Position = End;
            if (!Refill(End))
            {
                break;
            }

            mark = 0;
            while (mark < MarkCount && Buffer[Marks[mark]] is not ((byte)'\n' or (byte)'\r'))
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
        if (Position >= head.Length)
        {
            head.CopyTo(Buffer, 0);
            RawStart = 0;
            RawLength = head.Length;
        }

        return true;
    }
}
