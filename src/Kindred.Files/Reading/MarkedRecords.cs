using System.Text.Unicode;

namespace Kindred.Files.Reading;

/// <summary>A window that moves over a delimited file, with the places of every byte that gives the file its structure.</summary>
internal abstract class MarkedRecords : RecordSource
{
    private const int Chunk = 1 << 18;
    private readonly Utf8Source _source;
    private readonly byte _delimiter;

    /// <summary>Offsets in the buffer of delimiters, quotes and line breaks, rising.</summary>
    private protected int[] Marks;

    /// <summary>Marks in use.</summary>
    private protected int MarkCount;

    /// <summary>The first mark at or behind the position.</summary>
    private protected int Mark;

    /// <summary>Where the next record begins.</summary>
    private protected int Position;

    /// <summary>End of what was read.</summary>
    private protected int End;

    /// <summary>True when nothing is left in the file.</summary>
    private protected bool IsEnded;

    /// <summary>True when some record in the window may hold a NUL character or broken text.</summary>
    private protected bool IsSuspicious;

    /// <summary>Physical line on which the next record begins.</summary>
    private protected long NextLine = 1;

    private protected int RawStart;
    private protected int RawLength;

    private protected MarkedRecords(Utf8Source source, byte delimiter)
    {
        _source = source;
        _delimiter = delimiter;
        Buffer = new byte[(int)Math.Clamp(source.Length, 1 << 12, Chunk) + Padding];
        Scratch = new byte[256 + Padding];
        Marks = new int[Buffer.Length];
    }

    internal override double Progress => _source.Progress;

    internal override ReadOnlySpan<byte> Raw => Buffer.AsSpan(RawStart, RawLength);

    public override void Dispose() => _source.Dispose();

    /// <summary>Moves what is left to the front and reads on. False when the file is at its end and nothing is left to read.</summary>
    private protected bool Refill(int keepFrom)
    {
        if (IsEnded)
        {
            return false;
        }

        var kept = End - keepFrom;
        System.Buffer.BlockCopy(Buffer, keepFrom, Buffer, 0, kept);
        if (kept > Buffer.Length / 2)
        {
            Array.Resize(ref Buffer, (Buffer.Length * 2) + Padding);
            Array.Resize(ref Marks, Buffer.Length);
        }

        var moved = 0;
        for (var i = Mark; i < MarkCount; i++)
        {
            if (Marks[i] >= keepFrom)
            {
                Marks[moved++] = Marks[i] - keepFrom;
            }
        }

        var read = 0;
        var room = Buffer.AsSpan(kept, Buffer.Length - kept - Padding - 1);
        while (read < room.Length && _source.Read(room[read..]) is > 0 and var more)
        {
            read += more;
        }

        Position = 0;
        Mark = 0;
        End = kept + read;
        if (read == 0)
        {
            IsEnded = true;
            if (kept == 0)
            {
                MarkCount = 0;
                return false;
            }

            // Every record ends with a line break: give the last one its own.
            if (Buffer[End - 1] is not ((byte)'\n' or (byte)'\r'))
            {
                Buffer[End++] = (byte)'\n';
            }
        }

        IsSuspicious = MayBeBroken(Buffer.AsSpan(0, End));
        MarkCount = MarkScan.Find(Buffer, kept, End, _delimiter, Marks, moved);
        return true;
    }

    private static bool MayBeBroken(ReadOnlySpan<byte> bytes) =>
        bytes.Contains((byte)0) || (!System.Text.Ascii.IsValid(bytes) && (!Utf8.IsValid(bytes) || bytes.IndexOf("\uFFFD"u8) >= 0));

    /// <summary>Goes on behind a record.</summary>
    private protected void Advance(int next, int mark, int lines)
    {
        Position = next;
        Mark = mark;
        NextLine += lines;
    }

    /// <summary>Marks the record as faulty when its bytes are no text.</summary>
    private protected void CheckBytes()
    {
        var raw = Buffer.AsSpan(RawStart, RawLength);
        if (raw.Contains((byte)0))
        {
            Fault = RecordFault.Nul;
        }
        else if (!Utf8.IsValid(raw) || raw.IndexOf("\uFFFD"u8) >= 0)
        {
            Fault = RecordFault.BadBytes;
        }
    }
}
