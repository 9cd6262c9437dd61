using System.IO.Compression;
using System.Reflection;
using System.Text;

namespace Kindred.Core.Standards;

/// <summary>Reads the facts shipped in <c>data/reference</c>, which are embedded in this assembly.</summary>
internal static class ReferenceFile
{
    /// <summary>Rows of a CSV file without its header.</summary>
    public static IEnumerable<string[]> Rows(string name)
    {
        using var reader = Open(name);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                yield return Split(line);
            }
        }
    }

    /// <summary>Lines of a text file without empty lines and comments.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var reader = Open(name);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }

    /// <summary>An embedded reference file as a stream; names ending in .gz are unpacked.</summary>
    public static Stream Raw(string name)
    {
        var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Kindred.Reference." + name)
            ?? throw new FileNotFoundException("The assembly holds no reference file of that name.", name);
        return name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }

    private static StreamReader Open(string name) => new(Raw(name), Encoding.UTF8);

    private static string[] Split(string line)
    {
        if (!line.Contains('"', StringComparison.Ordinal))
        {
            return line.Split(',');
        }

        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (quoted && c == '"' && i + 1 < line.Length && line[i + 1] == '"')
            {
                field.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(c);
            }
        }

        fields.Add(field.ToString());
        return [.. fields];
    }
}
