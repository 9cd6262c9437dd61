using System.Text.Encodings.Web;
using System.Text.Json;
using Kindred.Core.Basics;

namespace Kindred.Cli;

/// <summary>Data goes to standard output, reasons and progress to standard error.</summary>
internal static class Output
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one JSON document to standard output.</summary>
    public static void Json(Action<Utf8JsonWriter> write)
    {
        using var stream = Console.OpenStandardOutput();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            write(writer);
        }

        stream.Write("\n"u8);
    }

    /// <summary>Prints reasons and returns the exit code of a refusal.</summary>
    public static int Refuse(IReadOnlyList<Reason> reasons, Language language)
    {
        foreach (var reason in reasons)
        {
            Console.Error.WriteLine($"{reason.Message.In(language)} [{reason.Code}]");
        }

        return ExitCode.Refused;
    }

    /// <summary>Says on standard error what was replaced by what.</summary>
    public static SourceReading SayReplaced(this SourceReading reading, Language language)
    {
        foreach (var replaced in reading.Replaced)
        {
            Console.Error.WriteLine(replaced.Sentence.In(language));
        }

        return reading;
    }

    /// <summary>A progress line on standard error, rewritten in place; silent when standard error is no terminal.</summary>
    public static IProgress<double> Progress(string label) => new TerminalProgress(label);

    private sealed class TerminalProgress(string label) : IProgress<double>
    {
        private readonly bool _isTerminal = !Console.IsErrorRedirected;
        private int _last = -1;

        public void Report(double value)
        {
            var percent = (int)Math.Clamp(value * 100, 0, 100);
            if (!_isTerminal || percent == _last)
            {
                return;
            }

            _last = percent;
            Console.Error.Write($"\r{label} {percent,3}%" + (percent == 100 ? "\n" : ""));
        }
    }
}
