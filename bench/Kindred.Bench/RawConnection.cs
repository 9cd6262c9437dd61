using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Kindred.Bench;

/// <summary>One kept connection that sends requests as bytes and reads only what it needs, so that measuring costs little beside what is measured.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[16 << 10];
    private readonly string _host;

    private RawConnection(Uri server) => _host = server.Authority;

    /// <summary>Head of the last answer.</summary>
    public string Head { get; private set; } = "";

    /// <summary>Body of the last answer.</summary>
    public string Body { get; private set; } = "";

    public static async Task<RawConnection> OpenAsync(Uri server)
    {
        var made = new RawConnection(server);
        await made._socket.ConnectAsync(server.Host, server.Port).ConfigureAwait(false);
        return made;
    }

    public void Dispose() => _socket.Dispose();

    /// <summary>A request as bytes.</summary>
    public byte[] Request(string method, string path, string body = "", string headers = "") => Encoding.UTF8.GetBytes(
        $"{method} {path} HTTP/1.1\r\nHost: {_host}\r\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36\r\nAccept-Language: ko\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(body).ToString(CultureInfo.InvariantCulture)}\r\n\r\n{body}");

    /// <summary>Sends and waits for the whole answer.</summary>
    /// <returns>Its status.</returns>
    public async Task<int> SendAsync(byte[] request)
    {
        await _socket.SendAsync(request).ConfigureAwait(false);
        var have = 0;
        while (true)
        {
            var read = await _socket.ReceiveAsync(_buffer.AsMemory(have)).ConfigureAwait(false);
            if (read == 0)
            {
                throw new IOException("The server closed the connection.");
            }

            have += read;
            var end = _buffer.AsSpan(0, have).IndexOf("\r\n\r\n"u8);
            if (end < 0)
            {
                continue;
            }

            Head = Encoding.ASCII.GetString(_buffer, 0, end);
            var at = Head.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase);
            var length = at < 0 ? 0 : int.Parse(Head[(at + 16)..].Split('\r')[0], CultureInfo.InvariantCulture);
            if (Head.Contains("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase) ? _buffer.AsSpan(0, have).EndsWith("0\r\n\r\n"u8) : have >= end + 4 + length)
            {
                Body = Encoding.UTF8.GetString(_buffer, end + 4, have - end - 4);
                return int.Parse(Head.AsSpan(9, 3), NumberStyles.None, CultureInfo.InvariantCulture);
            }
        }
    }
}
