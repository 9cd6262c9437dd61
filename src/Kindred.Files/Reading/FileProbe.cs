using System.Security.Cryptography;
using System.Text;
using Kindred.Core.Basics;

namespace Kindred.Files.Reading;

/// <summary>What one pass over the bytes of a file tells before anything is parsed.</summary>
/// <param name="Bytes">Size.</param>
/// <param name="Sha256">SHA-256, lower-case hexadecimal; empty when it was not asked for.</param>
/// <param name="Head">First bytes, at most 64 KiB.</param>
/// <param name="LineBreaks">Line feeds or carriage returns, whichever are more: at most that many records, plus one.</param>
/// <param name="EncodingName">Name of the encoding found.</param>
/// <param name="Decoding">The encoding, with U+FFFD for what it does not hold.</param>
/// <param name="MarkLength">Bytes of the byte order mark.</param>
/// <param name="Why">What spoke for the encoding.</param>
internal sealed record FileProbe(long Bytes, string Sha256, byte[] Head, long LineBreaks, string EncodingName, Encoding Decoding, int MarkLength, Wording Why)
{
    private const int HeadLength = 1 << 16;

    internal bool IsUtf8 => Decoding is UTF8Encoding;

    /// <summary>Reads the whole file once: hash, line breaks, encoding.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isToImport">Whether the hash is wanted, which takes as long as everything else here.</param>
    /// <param name="ct">Stops.</param>
    internal static FileProbe Of(string path, bool isToImport, CancellationToken ct)
    {
        using var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.ReadWrite, BufferSize = 0, Options = FileOptions.SequentialScan });
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var signs = new EncodingSigns();
        var head = Array.Empty<byte>();
        var buffer = new byte[(int)Math.Clamp(file.Length + 1, 1 << 12, 1 << 18)];
        long total = 0, feeds = 0, returns = 0;
        int read;
        while ((read = file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0)
        {
            ct.ThrowIfCancellationRequested();
            var bytes = buffer.AsSpan(0, read);
            if (total == 0)
            {
                head = bytes[..Math.Min(read, HeadLength)].ToArray();
            }

            total += read;
            if (isToImport)
            {
                hash.AppendData(bytes);
            }

            feeds += bytes.Count((byte)'\n');
            returns += bytes.Count((byte)'\r');
            signs.Add(bytes);
        }

        var (name, mark, why) = signs.Decide(head);
        return new FileProbe(total, isToImport ? Convert.ToHexStringLower(hash.GetHashAndReset()) : "", head, Math.Max(feeds, returns), name, Encodings.Find(name)!, mark, why);
    }

    /// <summary>The same file read in an encoding a person chose; null when there is none of that name.</summary>
    internal FileProbe? In(string encoding)
    {
        var decoding = Encodings.Find(encoding);
        if (decoding is null)
        {
            return null;
        }

        var preamble = Encoding.GetEncoding(decoding.CodePage).GetPreamble();
        return this with
        {
            EncodingName = Encodings.NameOf(decoding),
            Decoding = decoding,
            MarkLength = preamble.Length > 0 && Head.AsSpan().StartsWith(preamble) ? preamble.Length : 0,
            Why = new Wording("직접 고른 인코딩이에요.", "Chosen by hand."),
        };
    }
}
