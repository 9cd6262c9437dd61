using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Kindred.Core.Tables;
using Kindred.Files.Reading;

namespace Kindred.Files.Columns;

/// <summary>The words of a column as they go into the table.</summary>
/// <param name="Codes">Per row the code of its word.</param>
/// <param name="Dictionary">Distinct words; entry 0 is empty.</param>
/// <param name="Placeholders">Codes that stand for "missing".</param>
internal sealed record FinishedWords(CodeArray Codes, string[] Dictionary, List<int> Placeholders)
{
    /// <summary>Words of a column that is coded already.</summary>
    internal static FinishedWords Of(ColumnPlan plan, ColumnCells cells)
    {
        if (Plain(plan, cells.Words!, out var placeholders) is { } dictionary)
        {
            return new FinishedWords(cells.Coded(dictionary.Length), dictionary, placeholders);
        }

        dictionary = Merged(plan, cells.Words!, out var codes, out placeholders);
        return new FinishedWords(cells.Recoded(codes, dictionary.Length), dictionary, placeholders);
    }

    /// <summary>Gives codes to cells that were kept one by one, and tells what they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static ColumnProfile Finish(ColumnCells cells)
    {
        var words = new WordTable();
        var rows = new int[cells.Rows];
        var reader = cells.Pages!.Read();
        for (var row = 0; reader.Next(out var cell); row++)
        {
            rows[row] = words.Code(in MemoryMarshal.GetReference(cell), cell.Length);
        }

        cells.Release();
        var counts = new long[words.Count];
        foreach (var code in rows)
        {
            counts[code]++;
        }

        var profile = new ColumnProfile();
        for (var code = 0; code < counts.Length; code++)
        {
            profile.Add(words[code], counts[code], onlyCount: true);
        }

        var plan = new ColumnPlan("", ColumnType.Text);
        if (Plain(plan, words, out var placeholders) is not { } dictionary)
        {
            dictionary = Merged(plan, words, out var codes, out placeholders);
            for (var row = 0; row < rows.Length; row++)
            {
                rows[row] = codes[rows[row]];
            }
        }

        cells.Finished = new FinishedWords(dictionary.Length > 65536 ? CodeArray.Of(rows, rows.Length) : CodeArray.From(rows, dictionary.Length), dictionary, placeholders);
        return profile;
    }

    /// <summary>The words when all of them are kept as they are, which most columns allow; null when some must be trimmed, composed or respelt.</summary>
    private static string[]? Plain(ColumnPlan plan, WordTable words, out List<int> placeholders)
    {
        placeholders = [];
        if (plan.Booleans is not null)
        {
            return null;
        }

        var dictionary = new string[words.Count];
        dictionary[0] = "";
        for (var code = 1; code < dictionary.Length; code++)
        {
            var bytes = words[code];
            if (bytes[0] <= 0x20 || bytes[^1] <= 0x20 || bytes[0] == '\'')
            {
                return null;
            }

            if (Ascii.IsValid(bytes))
            {
                dictionary[code] = Encoding.ASCII.GetString(bytes);
            }
            else
            {
                var word = dictionary[code] = Encoding.UTF8.GetString(bytes);
                if (CellText.Trim(bytes).Length != bytes.Length || !word.IsNormalized())
                {
                    return null;
                }
            }

            if (Columns.Placeholders.Has(bytes))
            {
                placeholders.Add(code);
            }
        }

        return dictionary;
    }

    private static string[] Merged(ColumnPlan plan, WordTable words, out int[] codes, out List<int> placeholders)
    {
        codes = new int[words.Count];
        placeholders = [];
        var dictionary = new List<string>(words.Count) { "" };
        var known = new Dictionary<string, int>(words.Count, StringComparer.Ordinal) { [""] = 0 };
        for (var code = 1; code < words.Count; code++)
        {
            var word = plan.Word(words[code]);
            if (!known.TryGetValue(word, out codes[code]))
            {
                codes[code] = dictionary.Count;
                known.Add(word, dictionary.Count);
                if (Columns.Placeholders.Has(CellText.Trim(words[code])))
                {
                    placeholders.Add(dictionary.Count);
                }

                dictionary.Add(word);
            }
        }

        return [.. dictionary];
    }
}
