using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Kindred.Host.Tests.Notifications;

/// <summary>A mail server that others wrote: smtpd of Python's standard library (up to 3.11), and Python's own reader of mails, in a process of its own.</summary>
internal sealed class ForeignSmtp : IDisposable
{
    private const string Script = """
        import asyncore, email, email.policy, json, smtpd, sys
        sys.stdout.reconfigure(encoding="utf-8")
        class Server(smtpd.SMTPServer):
            def process_message(self, peer, mailfrom, rcpttos, data, **more):
                mail = email.message_from_bytes(data, policy=email.policy.default)
                print(json.dumps({"from": mailfrom, "to": rcpttos, "names": [name.lower() for name in mail.keys()], "subject": str(mail["subject"]), "sender": str(mail["from"]),
                    "receiver": str(mail["to"]), "id": str(mail["message-id"]), "type": mail.get_content_type(), "charset": mail.get_content_charset(), "text": mail.get_content(), "longest": max(len(line) for line in data.splitlines())}, ensure_ascii=False), flush=True)
        server = Server(("127.0.0.1", 0), None, decode_data=False)
        print(server.socket.getsockname()[1], flush=True)
        asyncore.loop()
        """;

    private readonly Process _process;

    private ForeignSmtp(Process process, int port) => (_process, Port) = (process, port);

    /// <summary>Where it listens, on the loopback address.</summary>
    internal int Port { get; }

    /// <summary>Starts it; the test is skipped with the reason where there is none.</summary>
    internal static async Task<ForeignSmtp> StartAsync(CancellationToken ct)
    {
        Process? process = null;
        try
        {
            process = Process.Start(new ProcessStartInfo("python3", ["-W", "ignore", "-c", Script]) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 });
        }
        catch (Win32Exception)
        {
            // Said below.
        }

        Assert.SkipWhen(process is null, "python3 is not installed (Debian: apt-get install python3)");
        var first = await process!.StandardOutput.ReadLineAsync(ct);
        if (first is null)
        {
            var said = await process.StandardError.ReadToEndAsync(ct);
            process.Dispose();
            Assert.SkipWhen(said.Contains("No module named", StringComparison.Ordinal), "this python3 has no smtpd; it was removed in Python 3.12");
            Assert.Fail(said);
        }

        return new ForeignSmtp(process, int.Parse(first, CultureInfo.InvariantCulture));
    }

    /// <summary>The next mail that arrived.</summary>
    internal async Task<Mail> ReadAsync(CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        return JsonSerializer.Deserialize<Mail>((await _process.StandardOutput.ReadLineAsync(patience.Token))!, JsonSerializerOptions.Web)!;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>A mail as Python reads it.</summary>
    /// <param name="From">Sender of the envelope.</param>
    /// <param name="To">Receivers of the envelope.</param>
    /// <param name="Names">Names of its headers.</param>
    /// <param name="Subject">Subject, decoded.</param>
    /// <param name="Sender">From header, decoded.</param>
    /// <param name="Receiver">To header.</param>
    /// <param name="Id">Message-ID.</param>
    /// <param name="Type">Content type.</param>
    /// <param name="Charset">Its encoding.</param>
    /// <param name="Text">Body, decoded.</param>
    /// <param name="Longest">Bytes of its longest line.</param>
    internal sealed record Mail(string From, string[] To, string[] Names, string Subject, string Sender, string Receiver, string Id, string Type, string Charset, string Text, int Longest);
}
