using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Kindred.Files.Reading;

namespace Kindred.Files.Columns;

/// <summary>The cells of a column one after the other as they stood: for columns in which nearly every cell differs.</summary>
internal sealed class CellPages
{
    private const int PageSize = 1 << 16;
    private readonly List<Page> _pages = [];
    private byte[] _page = [];
    private int _used;

    private readonly record struct Page(byte[] Bytes, int Used);

    internal void Add(ref readonly byte start, int length)
    {
        if (_used + length + 5 + RecordSource.Padding > _page.Length)
        {
            Close();
            _page = new byte[Math.Max(PageSize, length + 5 + RecordSource.Padding)];
        }

        if (length < 255)
        {
            _page[_used++] = (byte)length;
        }
        else
        {
            _page[_used] = 255;
            BinaryPrimitives.WriteInt32LittleEndian(_page.AsSpan(_used + 1), length);
            _used += 5;
        }

        MemoryMarshal.CreateReadOnlySpan(in start, length).CopyTo(_page.AsSpan(_used));
        _used += length;
    }

    /// <summary>Reads all cells in order.</summary>
    internal Reader Read()
    {
        Close();
        return new Reader(this);
    }

    private void Close()
    {
        if (_used > 0)
        {
            _pages.Add(new Page(_page, _used));
        }

        _page = [];
        _used = 0;
    }

    /// <summary>Walks over the cells in order.</summary>
    internal struct Reader(CellPages cells)
    {
        private int _pageIndex;
        private int _at;

        /// <summary>The next cell; its bytes are followed by readable padding.</summary>
        internal bool Next(out ReadOnlySpan<byte> cell)
        {
            while (_pageIndex < cells._pages.Count)
            {
                var page = cells._pages[_pageIndex];
                if (_at < page.Used)
                {
                    int length = page.Bytes[_at++];
                    if (length == 255)
                    {
                        length = BinaryPrimitives.ReadInt32LittleEndian(page.Bytes.AsSpan(_at));
                        _at += 4;
                    }

                    cell = page.Bytes.AsSpan(_at, length);
                    _at += length;
                    return true;
                }

                _pageIndex++;
                _at = 0;
            }

            cell = default;
            return false;
        }
    }
}
