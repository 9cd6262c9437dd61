using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Kindred.Files.Columns;

/// <summary>Gives every distinct cell of a column a code, in order of first appearance, straight from its bytes. Code 0 is the empty cell.</summary>
internal sealed class WordTable
{
    private Slot[] _slots = new Slot[64];
    private byte[] _arena = new byte[256];
    private int[] _offsets = new int[32];
    private int _shift = 64 - 6;
    private readonly int[] _single = new int[256];
    private int _arenaUsed;

    private struct Slot
    {
        public ulong Low;
        public ulong High;
        public int Length;
        public int Code;
    }

    /// <summary>Codes given, the empty cell included.</summary>
    internal int Count { get; private set; } = 1;

    internal long Bytes => _arena.Length + ((long)_slots.Length * 24) + (_offsets.Length * 4L);

    internal ReadOnlySpan<byte> this[int code] => code == 0 ? default : _arena.AsSpan(_offsets[code], _offsets[code + 1] - _offsets[code]);

    /// <summary>The code of a cell; at least 8 bytes behind its end can be read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Code(ref readonly byte start, int length)
    {
        if (length == 0)
        {
            return 0;
        }

        if (length == 1 && _single[start] is > 0 and var known)
        {
            return known;
        }

        ulong low;
        var high = 0UL;
        if (length <= 8)
        {
            low = Unsafe.ReadUnaligned<ulong>(in start) << (64 - (length * 8));
        }
        else if (length <= 16)
        {
            // Both ends, overlapping where the word is shorter than 16: together they are the word.
            low = Unsafe.ReadUnaligned<ulong>(in start);
            high = Unsafe.ReadUnaligned<ulong>(in Unsafe.Add(ref Unsafe.AsRef(in start), length - 8));
        }
        else
        {
            low = Hash(MemoryMarshal.CreateReadOnlySpan(in start, length));
        }

        var slots = _slots;
        var at = (int)(Mixed(low, high, length) >> _shift);
        while (true)
        {
            ref var slot = ref slots[at & (slots.Length - 1)];
            if (slot.Low == low && slot.High == high && slot.Length == length && (length <= 16 || Same(slot.Code, in start, length)))
            {
                return slot.Code;
            }

            if (slot.Code == 0)
            {
                return Insert(ref slot, low, high, in start, length);
            }

            at++;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mixed(ulong low, ulong high, int length) =>
        (low ^ (uint)length ^ BitOperations.RotateLeft(high * 0xC2B2AE3D27D4EB4FUL, 31)) * 0x9E3779B97F4A7C15UL;

    private bool Same(int code, ref readonly byte start, int length) =>
        _arena.AsSpan(_offsets[code], length).SequenceEqual(MemoryMarshal.CreateReadOnlySpan(in start, length));

    private static ulong Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = (ulong)bytes.Length * 0xC2B2AE3D27D4EB4FUL;
        var rest = bytes;
        while (rest.Length > 8)
        {
            hash = BitOperations.RotateLeft(hash ^ (MemoryMarshal.Read<ulong>(rest) * 0x9E3779B97F4A7C15UL), 29) * 0xBF58476D1CE4E5B9UL;
            rest = rest[8..];
        }

        hash = (hash ^ MemoryMarshal.Read<ulong>(bytes[^8..])) * 0x94D049BB133111EBUL;
        return hash ^ (hash >> 31);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Insert(ref Slot slot, ulong low, ulong high, ref readonly byte start, int length)
    {
        var code = Count++;
        slot.Low = low;
        slot.High = high;
        slot.Length = length;
        slot.Code = code;
        if (length == 1)
        {
            _single[start] = code;
        }

        if (code + 2 > _offsets.Length)
        {
            Array.Resize(ref _offsets, _offsets.Length * 2);
        }

        if (_arenaUsed + length > _arena.Length)
        {
            Array.Resize(ref _arena, Math.Max(_arena.Length * 2, _arenaUsed + length));
        }

        MemoryMarshal.CreateReadOnlySpan(in start, length).CopyTo(_arena.AsSpan(_arenaUsed));
        _offsets[code] = _arenaUsed;
        _arenaUsed += length;
        _offsets[code + 1] = _arenaUsed;
        if (Count * 4L > _slots.Length * 3L || (Count < 1 << 16 && Count * 2 > _slots.Length))
        {
            Grow();
        }

        return code;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Grow()
    {
        var old = _slots;
        var growth = old.Length < 1 << 14 ? 2 : 1;
        _slots = new Slot[old.Length << growth];
        _shift -= growth;
        foreach (var slot in old)
        {
            if (slot.Code == 0)
            {
                continue;
            }

            var at = (int)(Mixed(slot.Low, slot.High, slot.Length) >> _shift);
            while (_slots[at & (_slots.Length - 1)].Code != 0)
            {
                at++;
            }

            _slots[at & (_slots.Length - 1)] = slot;
        }
    }
}
