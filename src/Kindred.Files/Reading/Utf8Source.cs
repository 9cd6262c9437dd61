using System.Text;

namespace Kindred.Files.Reading;

/// <summary>A file as a stream of UTF-8 bytes, whatever its encoding, at constant memory. What cannot be decoded becomes U+FFFD, which the record reader rejects.</summary>
internal sealed class Utf8Source : IDisposable
{
    private readonly FileStream _file;
    private readonly Decoder? _decoder;
    private readonly Encoder? _encoder;
    private readonly byte[] _bytes = [];
    private readonly char[] _chars = [];
    private int _charStart;
    private int _charEnd;
    private bool _flushed;
    private readonly CancellationToken _ct;

    internal Utf8Source(string path, FileProbe probe, CancellationToken ct)
    {
        _ct = ct;
        _file = new FileStream(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.ReadWrite, BufferSize = 0, Options = FileOptions.SequentialScan });
        _file.Position = probe.MarkLength;
        if (!probe.IsUtf8)
        {
            _decoder = probe.Decoding.GetDecoder();
            _encoder = Encoding.UTF8.GetEncoder();
            _bytes = new byte[1 << 16];
            _chars = new char[probe.Decoding.GetMaxCharCount(_bytes.Length)];
        }
    }

    /// <summary>Bytes of the file.</summary>
    internal long Length => _file.Length;

    internal double Progress => _file.Length == 0 ? 1 : (double)_file.Position / _file.Length;

    /// <summary>Fills from the front; 0 only at the end. <paramref name="target"/> holds at least 4 bytes.</summary>
    internal int Read(Span<byte> target)
    {
        _ct.ThrowIfCancellationRequested();
        if (_decoder is null)
        {
            return _file.Read(target);
        }

        if (target.Length < 4)
        {
            return 0;
        }

        while (true)
        {
            if (_charStart < _charEnd)
            {
                _encoder!.Convert(_chars.AsSpan(_charStart, _charEnd - _charStart), target, flush: false, out var chars, out var written, out _);
                _charStart += chars;
                if (written > 0)
                {
                    return written;
                }
            }
            else if (_flushed)
            {
                return 0;
            }
            else
            {
                var read = _file.Read(_bytes);
                _charStart = 0;
                _flushed = read == 0;
                _charEnd = _decoder.GetChars(_bytes.AsSpan(0, read), _chars, flush: _flushed);
            }
        }
    }

    public void Dispose() => _file.Dispose();
}
