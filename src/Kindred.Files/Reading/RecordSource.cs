using System.Runtime.CompilerServices;
using System.Text;

namespace Kindred.Files.Reading;

/// <summary>What is wrong with a record as such, before any column is looked at.</summary>
internal enum RecordFault
{
    None,
    BrokenQuote,
    TooLong,
    FieldCount,
    Nul,
    BadBytes,
    CellTooLong,
}

/// <summary>Hands out one record after the other as slices of UTF-8, without a string per cell. The slices live until the next call of <see cref="Next"/>.</summary>
internal abstract class RecordSource : IDisposable
{
    /// <summary>Readable bytes beyond the end of every slice, so that eight can be loaded at once.</summary>
    internal const int Padding = 64;

    /// <summary>Bytes kept of a line that is too long to keep.</summary>
    internal const int RawLimit = 4 * 4096;

    private protected byte[] Buffer = [];
    private protected byte[] Scratch = [];

    /// <summary>Per field its offset in the buffer, or the complement of its offset in the scratch area.</summary>
    private protected int[] Starts = new int[64];

    private protected int[] Lengths = new int[64];

    /// <summary>Fields of the record.</summary>
    internal int Count { get; private protected set; }

    internal RecordFault Fault { get; private protected set; }

    /// <summary>Physical line on which the record starts, 1-based.</summary>
    internal long Line { get; private protected set; }

    /// <summary>Fields every record must have; 0 while that is not known.</summary>
    internal int Width { get; set; }

    /// <summary>Lines without any cell so far.</summary>
    internal long BlankLines { get; set; }

    /// <summary>Share of the file that was read, 0–1.</summary>
    internal abstract double Progress { get; }

    /// <summary>Goes to the next record; false at the end.</summary>
    internal abstract bool Next();

    /// <summary>The record as it stood in the file.</summary>
    internal abstract ReadOnlySpan<byte> Raw { get; }

    /// <summary>The record as it stood in the file, at most <paramref name="most"/> characters.</summary>
    internal string RawText(int most) => Shorten(Raw, most);

    internal int LengthOf(int field) => Lengths[field];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref readonly byte StartOf(int field)
    {
        var start = Starts[field];
        return ref start >= 0 ? ref Buffer[start] : ref Scratch[~start];
    }

    internal ReadOnlySpan<byte> Field(int field)
    {
        var start = Starts[field];
        return start >= 0 ? Buffer.AsSpan(start, Lengths[field]) : Scratch.AsSpan(~start, Lengths[field]);
    }

    internal string[] Texts()
    {
        var texts = new string[Count];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = CellText.Clean(Field(i));
        }

        return texts;
    }

    internal bool IsEmptyRow()
    {
        for (var i = 0; i < Count; i++)
        {
            if (Lengths[i] != 0 && CellText.Trim(Field(i)).Length != 0)
            {
                return false;
            }
        }

        return true;
    }

    public virtual void Dispose()
    {
    }

    private protected void GrowFields()
    {
        Array.Resize(ref Starts, Starts.Length * 2);
        Array.Resize(ref Lengths, Lengths.Length * 2);
    }

    internal static string Shorten(ReadOnlySpan<byte> raw, int most)
    {
        var text = Encoding.UTF8.GetString(raw.Length > most * 4 ? raw[..(most * 4)] : raw);
        return text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
    }
}
