using Kindred.Core.Tables;

namespace Kindred.Core.Accounts;

/// <summary>Builds a text column word by word without one string per row.</summary>
internal sealed class TextCodes(int capacity)
{
    private readonly int[] _codes = new int[capacity];
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly List<string> _words = [""];
    private int _next;

    public void Add(string? word)
    {
        var key = word ?? "";
        if (!_index.TryGetValue(key, out var code))
        {
            code = _words.Count;
            _words.Add(key);
            _index.Add(key, code);
        }

        _codes[_next++] = code;
    }

    /// <summary>The column; with a separator when any word holds it.</summary>
    public TextColumn Finish(string name, char? separator = null) => new(
        name, CodeArray.From(_codes, _words.Count), [.. _words], ColumnType.Text, null,
        separator is { } mark && _words.Exists(word => word.Contains(mark, StringComparison.Ordinal)) ? mark : null);
}
