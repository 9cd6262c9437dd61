using System.Text;

namespace Kindred.Files.Xlsx;

/// <summary>What makes an XML part too much for its reader, whatever its size.</summary>
internal enum PartFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It declares a document type, through which files and addresses could be named.</summary>
    Dtd,

    /// <summary>It is not in UTF-8, as no spreadsheet writes it.</summary>
    NotUtf8,

    /// <summary>Elements inside each other beyond <see cref="PartScan.DeepestElement"/>: each costs its reader memory.</summary>
    TooDeep,

    /// <summary>One tag or one text beyond <see cref="PartScan.LongestRun"/>.</summary>
    TooLong,

    /// <summary>More shared texts than <see cref="PartScan.MostTexts"/> or ranges than <see cref="PartScan.MostRanges"/>: the library keeps them all in memory.</summary>
    TooMany,
}

/// <summary>Follows the markup of one XML part through its unpacked bytes, block by block, without building anything.</summary>
internal sealed class PartScan
{
    /// <summary>Sheets nest about ten deep, drawings thirty.</summary>
    internal const int DeepestElement = 200;

    /// <summary>A cell holds 32,767 characters, each of which may be written as a reference of ten bytes.</summary>
    internal const int LongestRun = 1 << 20;

    /// <summary>Shared texts of a workbook.</summary>
    internal const int MostTexts = 5_000_000;

    /// <summary>Merged ranges, columns, formats or relations of a part.</summary>
    internal const int MostRanges = 200_000;

    private enum Place
    {
        Text,
        TagStart,
        Tag,
        DoubleQuoted,
        SingleQuoted,
        Declaration,
        Comment,
        CData,
        Instruction,
    }

    private readonly byte[] _name = new byte[16];
    private readonly byte[] _head = new byte[256];
    private readonly bool _isForeign;
    private Place _place;
    private int _depth;
    private int _run;
    private int _nameLength;
    private bool _isName;
    private bool _isClosing;
    private byte _before;
    private byte _beforeThat;
    private long _seen;
    private bool _hadInstruction;
    private int _texts;
    private int _others;

    internal PartScan(string part)
    {
        // Data of other programs, which nothing here reads, may hold long texts.
        _isForeign = part.StartsWith("customXml/", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Takes the next bytes.</summary>
    internal PartFault Take(ReadOnlySpan<byte> block)
    {
        for (var i = 0; i < block.Length; i++)
        {
            if (_place is Place.Text && _seen >= 2)
            {
                var text = block[i..].IndexOf((byte)'<');
                text = text < 0 ? block.Length - i - 1 : text;
                _run += text;
                i += text;
            }

            var b = block[i];
            if (_seen < _head.Length)
            {
                _head[_seen] = b;
                if (_seen < 2 && b is 0 or 0xFE or 0xFF)
                {
                    return PartFault.NotUtf8;
                }
            }

            _seen++;
            if (Step(b) is not PartFault.None and var fault)
            {
                return fault;
            }

            _beforeThat = _before;
            _before = b;
        }

        return PartFault.None;
    }

    private PartFault Step(byte b)
    {
        if (++_run > LongestRun && !_isForeign)
        {
            return PartFault.TooLong;
        }

        switch (_place)
        {
            case Place.Text:
                Move(b == '<', Place.TagStart);
                return PartFault.None;
            case Place.TagStart:
                return Start(b);
            case Place.Tag:
                return InTag(b);
            case Place.DoubleQuoted:
                _place = b == '"' ? Place.Tag : _place;
                return PartFault.None;
            case Place.SingleQuoted:
                _place = b == '\'' ? Place.Tag : _place;
                return PartFault.None;
            case Place.Declaration:
                return Declared(b);
            case Place.Comment:
                // The two hyphens that open a comment do not close it.
                Move(b == '>' && _before == '-' && _beforeThat == '-' && _run >= 3, Place.Text);
                return PartFault.None;
            case Place.CData:
                Move(b == '>' && _before == ']' && _beforeThat == ']', Place.Text);
                return PartFault.None;
            default:
                return b == '>' && _before == '?' ? Instructed() : PartFault.None;
        }
    }

    /// <summary>After "&lt;!": a comment and character data are the only declarations without harm.</summary>
    private PartFault Declared(byte b)
    {
        var at = _run - 3;
        if (at == 1 && b == '-' && _before == '-')
        {
            Move(true, Place.Comment);
            return PartFault.None;
        }

        Move(at == 6 && b == '[', Place.CData);
        return (at == 0 && b == '-') || (at < 7 && b == "[CDATA["u8[at]) ? PartFault.None : PartFault.Dtd;
    }

    /// <summary>In another encoding, bytes that look like markup here may be none to the reader, and the other way round.</summary>
    private PartFault Instructed()
    {
        var isFirst = !_hadInstruction;
        _hadInstruction = true;
        Move(true, Place.Text);
        var head = Encoding.Latin1.GetString(_head.AsSpan(0, (int)Math.Min(_seen, _head.Length)));
        var at = head.IndexOf("encoding", StringComparison.OrdinalIgnoreCase);
        return !isFirst ? PartFault.None
            : _seen > _head.Length ? PartFault.NotUtf8
            : at < 0 || new[] { "utf-8", "us-ascii", "iso-8859-1" }.Any(known => head.AsSpan(at + 8).TrimStart(" =\"'\r\n\t").StartsWith(known, StringComparison.OrdinalIgnoreCase)) ? PartFault.None
            : PartFault.NotUtf8;
    }

    private PartFault Start(byte b)
    {
        _run = 2;
        _nameLength = 0;
        _isClosing = b == '/';
        _isName = !_isClosing;
        _place = b switch { (byte)'!' => Place.Declaration, (byte)'?' => Place.Instruction, _ => Place.Tag };
        if (_place != Place.Tag || _isClosing)
        {
            return PartFault.None;
        }

        _name[_nameLength++] = b;
        return ++_depth > DeepestElement ? PartFault.TooDeep : PartFault.None;
    }

    private PartFault InTag(byte b)
    {
        switch (b)
        {
            case (byte)'>':
                var fault = _isName ? Named() : PartFault.None;
                _depth = Math.Max(0, _isClosing || _before == '/' ? _depth - 1 : _depth);
                Move(true, Place.Text);
                return fault;
            case (byte)'"':
                _place = Place.DoubleQuoted;
                return PartFault.None;
            case (byte)'\'':
                _place = Place.SingleQuoted;
                return PartFault.None;
            case (byte)':':
                _nameLength = _isName ? 0 : _nameLength;
                return PartFault.None;
            case <= (byte)' ' or (byte)'/' when _isName:
                return Named();
            default:
                if (_isName && _nameLength < _name.Length)
                {
                    _name[_nameLength++] = b;
                }

                return PartFault.None;
        }
    }

    /// <summary>Counts what the library keeps for as long as the workbook is open.</summary>
    private PartFault Named()
    {
        _isName = false;
        var name = _name.AsSpan(0, _nameLength);
        _texts += name.SequenceEqual("si"u8) ? 1 : 0;
        _others += name.SequenceEqual("mergeCell"u8) || name.SequenceEqual("col"u8) || name.SequenceEqual("xf"u8) || name.SequenceEqual("numFmt"u8) || name.SequenceEqual("Relationship"u8) ? 1 : 0;
        return _texts > MostTexts || _others > MostRanges ? PartFault.TooMany : PartFault.None;
    }

    private void Move(bool isThere, Place place)
    {
        if (isThere)
        {
            _place = place;
            _run = 0;
        }
    }
}
