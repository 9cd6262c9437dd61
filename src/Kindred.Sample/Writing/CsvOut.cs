using System.Globalization;
using System.Text;

namespace Kindred.Sample.Writing;

/// <summary>One CSV file: quotes where a cell needs it, the same line ends on every platform.</summary>
internal sealed class CsvOut : IDisposable
{
    private readonly StreamWriter _writer;
    private readonly string _newLine;

    public CsvOut(string folder, string file, Encoding? encoding = null, string newLine = "\n")
    {
        _writer = new StreamWriter(Path.Combine(folder, file), append: false, encoding ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
        _newLine = newLine;
    }

    public static UTF8Encoding WithMark { get; } = new(encoderShouldEmitUTF8Identifier: true);

    public void Row(params ReadOnlySpan<string?> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
            {
                _writer.Write(',');
            }

            Cell(cells[i]);
        }

        _writer.Write(_newLine);
    }

    public void Dispose() => _writer.Dispose();

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private void Cell(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        if (text.AsSpan().ContainsAny(",\"\r\n"))
        {
            _writer.Write('"');
            _writer.Write(text.Replace("\"", "\"\"", StringComparison.Ordinal));
            _writer.Write('"');
        }
        else
        {
            _writer.Write(text);
        }
    }
}
