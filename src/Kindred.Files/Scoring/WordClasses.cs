using System.Runtime.CompilerServices;
using System.Text;
using Kindred.Core.Scorecards;
using Kindred.Files.Reading;

namespace Kindred.Files.Scoring;

/// <summary>The words of one field as UTF-8, found without making a string. Says when a cell could be read otherwise by the ordinary way.</summary>
internal sealed class WordClasses
{
    /// <summary>Distinct unknown words remembered; beyond them each is looked at anew.</summary>
    private const int MostRemembered = 4096;

    private readonly Dictionary<string, int> _words;
    private readonly HashSet<string> _folded;
    private readonly int _otherClass;
    private readonly bool _isBoolean;
    private readonly bool _hasNumbers;
    private int _remembered;
    private Slot[] _slots = new Slot[256];
    private int _used;

    private struct Slot
    {
        internal ulong Head;
        internal ulong Tail;
        internal byte[]? Word;
        internal int Class;
    }

    internal WordClasses(ScorerField field)
    {
        _words = new Dictionary<string, int>(field.Words, StringComparer.Ordinal);
        _otherClass = field.OtherClass;
        _folded = [.. _words.Keys.Select(word => word.ToLowerInvariant())];

        // The ordinary way keeps true and false, however written, as True and False, when a column holds nothing else.
        _isBoolean = _words.Count > 0 && _words.Keys.All(word => word is "True" or "False");
        _hasNumbers = _words.Keys.Any(word => double.TryParse(word, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _));
        foreach (var (word, one) in _words)
        {
            Remember(Encoding.UTF8.GetBytes(word), one);
        }
    }

    /// <summary>Cells that begin with a digit and that the card does not know: a column of them may be numbers or dates.</summary>
    internal long Digits { get; private set; }

    /// <summary>The class of a cell; -1 when only the ordinary way can tell.</summary>
    /// <param name="first">First byte; eight more are readable behind the cell.</param>
    /// <param name="length">Bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Of(ref readonly byte first, int length)
    {
        if (length == 0)
        {
            return 0;
        }

        var (head, tail) = Keys(in first, length);
        for (var at = Home(head, tail, length); ; at = (at + 1) & (_slots.Length - 1))
        {
            ref var slot = ref _slots[at];
            if (slot.Word is null)
            {
                return Unknown(in first, length);
            }

            if (slot.Head == head && slot.Tail == tail && slot.Word.Length == length && (length <= 16 || Same(in first, slot.Word)))
            {
                Digits += slot.Class == _otherClass && (uint)(first - '0') <= 9 ? 1 : 0;
                return slot.Class;
            }
        }
    }

    private int Unknown(ref readonly byte first, int length)
    {
        var cell = System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpan(in first, length);
        var word = CellText.Clean(cell);
        var one = word.Length == 0 ? 0 : Judge(word);
        if (one >= 0 && _remembered < MostRemembered)
        {
            _remembered++;
            Remember(cell.ToArray(), one);
        }

        Digits += one == _otherClass && (uint)(first - '0') <= 9 ? 1 : 0;
        return one;
    }

    private int Judge(string word)
    {
        if (_words.TryGetValue(word, out var one))
        {
            return one;
        }

        var folded = word.ToLowerInvariant();
        if (_isBoolean)
        {
            return folded switch { "true" => _words.GetValueOrDefault("True", _otherClass), "false" => _words.GetValueOrDefault("False", _otherClass), _ => -1 };
        }

        return _hasNumbers || _folded.Contains(folded) ? -1 : _otherClass;
    }

    private void Remember(byte[] word, int one)
    {
        if (++_used * 2 > _slots.Length)
        {
            var old = _slots;
            _slots = new Slot[old.Length * 2];
            foreach (var slot in old.Where(slot => slot.Word is not null))
            {
                Put(slot);
            }
        }

        var padded = new byte[word.Length + 8];
        word.CopyTo(padded, 0);
        var (head, tail) = Keys(in padded[0], word.Length);
        Put(new Slot { Head = head, Tail = tail, Word = word, Class = one });
    }

    private void Put(Slot slot)
    {
        var at = Home(slot.Head, slot.Tail, slot.Word!.Length);
        while (_slots[at].Word is not null)
        {
            at = (at + 1) & (_slots.Length - 1);
        }

        _slots[at] = slot;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Home(ulong head, ulong tail, int length)
    {
        var mixed = (head ^ ulong.RotateLeft(tail, 29) ^ (ulong)length) * 0x9E3779B97F4A7C15UL;
        return (int)(mixed >> 40) & (_slots.Length - 1);
    }

    /// <summary>First eight and last eight bytes; of a shorter cell what there is, padded with zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (ulong Head, ulong Tail) Keys(ref readonly byte first, int length)
    {
        var head = Unsafe.ReadUnaligned<ulong>(in first);
        return length < 8 ? (head & ((1UL << (length * 8)) - 1), 0) : (head, Unsafe.ReadUnaligned<ulong>(in Unsafe.Add(ref Unsafe.AsRef(in first), length - 8)));
    }

    private static bool Same(ref readonly byte first, byte[] word) =>
        System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpan(in first, word.Length).SequenceEqual(word);
}
