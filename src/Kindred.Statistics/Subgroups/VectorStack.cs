using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Kindred.Statistics.Subgroups;

/// <summary>A growing stack of 512-bit vectors, aligned to cache lines. References into it hold until the next <see cref="Push"/>.</summary>
internal sealed class VectorStack
{
    private ulong[] _words = [];
    private int _start;
    private int _capacity;

    /// <summary>Vectors in use; setting it lower frees those above.</summary>
    public int Top { get; set; }

    /// <summary>A vector and those behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref Vector512<ulong> At(int vector) =>
        ref Unsafe.As<ulong, Vector512<ulong>>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_words), _start + (nint)vector * 8));

    /// <summary>Takes so many vectors, whatever they hold, and says where they begin.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Push(int vectors)
    {
        var at = Top;
        Top += vectors;
        if (Top > _capacity)
        {
            Grow(at);
        }

        return at;
    }

    private void Grow(int used)
    {
        var capacity = Math.Max(Top, Math.Max(1024, 2 * _capacity));
        var words = GC.AllocateUninitializedArray<ulong>(checked(8 * capacity + 8), pinned: true);
        var start = (int)((64 - (Marshal.UnsafeAddrOfPinnedArrayElement(words, 0) & 63)) & 63) / 8;
        _words.AsSpan(_start, 8 * used).CopyTo(words.AsSpan(start));
        (_words, _start, _capacity) = (words, start, capacity);
    }
}
