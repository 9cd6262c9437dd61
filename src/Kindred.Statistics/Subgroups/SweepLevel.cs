using System.Runtime.InteropServices;

namespace Kindred.Statistics.Subgroups;

/// <summary>
/// Sums of one level of a sweep (slabs, lines or totals), one slot per depth in the forest of selectors: in its order, a selector's parent still lies in the slot below.
/// </summary>
internal sealed class SweepLevel
{
    private int[] _rows = [];
    private int[] _blocks = [];
    private int[] _tops = [];
    private int _width;

    /// <summary>Per selector the rows of its sum.</summary>
    public int[] Total { get; private set; } = [];

    /// <summary>Per selector whether it, or one that is added up from it, has enough rows.</summary>
    public bool[] IsNeeded { get; private set; } = [];

    /// <summary>Makes room for the selectors of an attribute.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="width">Cells of a sum.</param>
    /// <param name="top">Where blocks of the first slot begin.</param>
    public void Reserve(SweepAttribute attribute, int width, int top)
    {
        _width = width;
        if (_rows.Length < attribute.MostDepth * width)
        {
            _rows = new int[2 * attribute.MostDepth * width];
            _blocks = new int[_rows.Length];
        }

        if (_tops.Length <= attribute.MostDepth)
        {
            _tops = new int[attribute.MostDepth + 1];
        }

        if (Total.Length < attribute.Ids.Length)
        {
            Total = new int[attribute.Ids.Length];
            IsNeeded = new bool[attribute.Ids.Length];
        }

        _tops[0] = top;
    }

    /// <summary>Rows of each cell in a slot.</summary>
    public Span<int> RowsAt(int depth) => MemoryMarshal.CreateSpan(ref _rows[depth * _width], _width);

    /// <summary>Where the block of each cell in a slot begins; undefined for cells without rows.</summary>
    public Span<int> BlocksAt(int depth) => MemoryMarshal.CreateSpan(ref _blocks[depth * _width], _width);

    /// <summary>Where blocks of a slot begin.</summary>
    public int TopAt(int depth) => _tops[depth];

    /// <summary>Where blocks of a slot end.</summary>
    public void SetTop(int depth, int top) => _tops[depth + 1] = top;
}
