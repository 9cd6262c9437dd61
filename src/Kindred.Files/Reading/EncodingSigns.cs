using System.Text.Unicode;
using Kindred.Core.Basics;

namespace Kindred.Files.Reading;

/// <summary>Gathers, block by block, what speaks for one encoding or another.</summary>
internal sealed class EncodingSigns
{
    private readonly byte[] _carry = new byte[4];
    private int _carried;
    private long _position;
    private long _nulEven;
    private long _nulOdd;
    private long _sequences;
    private long _invalid;
    private long _pairs;
    private long _hangul;
    private long _extension;
    private long _badPairs;
    private bool _leadOpen;
    private byte _lead;

    internal void Add(ReadOnlySpan<byte> bytes)
    {
        if (System.Text.Ascii.IsValid(bytes) && _carried == 0 && !_leadOpen)
        {
            if (bytes.Contains((byte)0))
            {
                CountNuls(bytes);
            }

            _position += bytes.Length;
            return;
        }

        CountNuls(bytes);
        if (CountUtf8(bytes))
        {
            _leadOpen = false;
        }
        else
        {
            CountKorean(bytes);
        }

        _position += bytes.Length;
    }

    /// <summary>The encoding with the most for it, the length of its byte order mark, and why.</summary>
    internal (string Name, int Mark, Wording Why) Decide(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("\uFEFF"u8))
        {
            return (Encodings.Utf8, 3, Marked("UTF-8"));
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return (Encodings.Utf16Little, 2, Marked("UTF-16 LE"));
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return (Encodings.Utf16Big, 2, Marked("UTF-16 BE"));
        }

        var units = Math.Max(1, _position / 2);
        // The low byte of a Hangul letter can be zero too (U+AC00), the high byte of ASCII always is.
        if (_position % 2 == 0 && _nulOdd > units / 50 && _nulEven * 3 <= _nulOdd)
        {
            return (Encodings.Utf16Little, 0, Zeros("LE"));
        }

        if (_position % 2 == 0 && _nulEven > units / 50 && _nulOdd * 3 <= _nulEven)
        {
            return (Encodings.Utf16Big, 0, Zeros("BE"));
        }

        if (_invalid + _carried == 0)
        {
            return (Encodings.Utf8, 0, _sequences == 0
                ? new Wording("ASCII 문자뿐이라 UTF-8로 읽었어요.", "Only ASCII, read as UTF-8.")
                : new Wording($"모든 바이트가 올바른 UTF-8이에요(여러 바이트 글자 {_sequences}개).", $"Every byte is valid UTF-8 ({_sequences} multi-byte characters)."));
        }

        if (_sequences > 9 * _invalid)
        {
            return (Encodings.Utf8, 0, new Wording(
                $"거의 모두 UTF-8이에요(올바른 글자 {_sequences}개, 깨진 곳 {_invalid}개). 깨진 행은 거절했어요.",
                $"Nearly all UTF-8 ({_sequences} valid characters, {_invalid} broken places); rows with broken bytes are rejected."));
        }

        // One stray byte before a letter looks like a rare syllable: two common ones are asked for.
        if (_hangul >= 2 && _hangul + _extension >= _pairs / 2 && _pairs > 4 * _badPairs)
        {
            return (Encodings.Korean, 0, new Wording(
                $"UTF-8이 아니고, 두 바이트 묶음 {_pairs}개 중 {_hangul}개가 한글(KS X 1001) 자리예요.",
                $"Not UTF-8; {_hangul} of {_pairs} byte pairs lie where KS X 1001 has Hangul."));
        }

        return (Encodings.Western, 0, new Wording(
            "UTF-8도 CP949도 아니어서 Windows-1252(Latin-1)로 읽었어요. 글자가 이상하면 인코딩을 직접 골라 주세요.",
            "Neither UTF-8 nor CP949, read as Windows-1252 (Latin-1). If letters look wrong, choose the encoding by hand."));
    }

    private static Wording Marked(string name) => new($"파일 맨 앞에 {name} 표시(BOM)가 있어요.", $"The file begins with a {name} byte order mark.");

    private static Wording Zeros(string ending) => new($"0 바이트의 자리가 UTF-16 {ending} 모양이에요.", $"Zero bytes lie where UTF-16 {ending} puts them.");

    private void CountNuls(ReadOnlySpan<byte> bytes)
    {
        for (var at = bytes.IndexOf((byte)0); at >= 0;)
        {
            if (((_position + at) & 1) == 0)
            {
                _nulEven++;
            }
            else
            {
                _nulOdd++;
            }

            var next = bytes[(at + 1)..].IndexOf((byte)0);
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    /// <summary>True when the block is valid.</summary>
    private bool CountUtf8(ReadOnlySpan<byte> bytes)
    {
        if (_carried > 0)
        {
            // A character split between two blocks: complete it from this one.
            var take = Math.Min(4 - _carried, bytes.Length);
            bytes[..take].CopyTo(_carry.AsSpan(_carried));
            var joined = _carry.AsSpan(0, _carried + take);
            var status = System.Text.Rune.DecodeFromUtf8(joined, out _, out var used);
            if (status == System.Buffers.OperationStatus.Done && used > _carried)
            {
                _sequences++;
                bytes = bytes[(used - _carried)..];
            }
            else
            {
                _invalid++;
            }

            _carried = 0;
        }

        var tail = OpenTail(bytes);
        bytes[^tail..].CopyTo(_carry);
        _carried = tail;
        bytes = bytes[..^tail];
        if (Utf8.IsValid(bytes))
        {
            foreach (var b in bytes)
            {
                _sequences += b >= 0xC0 ? 1 : 0;
            }

            return true;
        }

        while (!bytes.IsEmpty)
        {
            var ascii = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (ascii < 0)
            {
                break;
            }

            bytes = bytes[ascii..];
            if (System.Text.Rune.DecodeFromUtf8(bytes, out _, out var used) == System.Buffers.OperationStatus.Done)
            {
                _sequences++;
            }
            else
            {
                _invalid++;
            }

            bytes = bytes[used..];
        }

        return false;
    }

    /// <summary>Bytes at the end that begin a character and lack its rest.</summary>
    private static int OpenTail(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= 3 && back <= bytes.Length; back++)
        {
            var b = bytes[^back];
            if (b < 0x80)
            {
                return 0;
            }

            if (b >= 0xC0)
            {
                var needed = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
                return needed > back ? back : 0;
            }
        }

        return 0;
    }

    private void CountKorean(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            if (!_leadOpen)
            {
                _leadOpen = b >= 0x80;
                _lead = b;
                continue;
            }

            _leadOpen = false;
            var extended = b is (>= 0x41 and <= 0x5A) or (>= 0x61 and <= 0x7A) or (>= 0x81 and <= 0xA0);
            if (_lead is >= 0x81 and <= 0xFE && (b is >= 0xA1 and <= 0xFE || (_lead <= 0xC6 && extended)))
            {
                _pairs++;
                _hangul += _lead is >= 0xB0 and <= 0xC8 && b >= 0xA1 ? 1 : 0;
                _extension += _lead <= 0xA0 ? 1 : 0;
            }
            else
            {
                _badPairs++;
            }
        }
    }
}
