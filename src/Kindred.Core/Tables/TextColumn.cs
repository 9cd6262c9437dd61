namespace Kindred.Core.Tables;

/// <summary>Words (also booleans), stored as codes into a dictionary.</summary>
public sealed class TextColumn : Column
{
    private readonly bool[] _placeholder;

    /// <summary>Makes a text column.</summary>
    /// <param name="name">Header.</param>
    /// <param name="codes">Per row: 0 for an empty cell, else an index into <paramref name="dictionary"/>.</param>
    /// <param name="dictionary">Distinct words in order of first appearance; entry 0 is the empty string.</param>
    /// <param name="type"><see cref="ColumnType.Text"/> or <see cref="ColumnType.Boolean"/>.</param>
    /// <param name="placeholders">Codes of words that stand for "missing" (Select, N/A, -, unknown, 없음). They count as missing for coverage, but stay categories of their own for mining.</param>
    /// <param name="separator">Separator of a multi-value column (';' or ','), else null.</param>
    public TextColumn(string name, CodeArray codes, string[] dictionary, ColumnType type = ColumnType.Text, IReadOnlyList<int>? placeholders = null, char? separator = null)
        : base(name, type, codes?.Length ?? 0)
    {
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentNullException.ThrowIfNull(dictionary);
        if (dictionary.Length == 0 || dictionary[0].Length != 0)
        {
            throw new ArgumentException("Entry 0 of the dictionary is the empty string.", nameof(dictionary));
        }

        Codes = codes;
        Dictionary = dictionary;
        Separator = separator;
        _placeholder = new bool[dictionary.Length];
        foreach (var code in placeholders ?? [])
        {
            _placeholder[code] = true;
        }
    }

    /// <summary>Per row the code of its word; 0 is an empty cell.</summary>
    public CodeArray Codes { get; }

    /// <summary>Distinct words; entry 0 is empty.</summary>
    public string[] Dictionary { get; }

    /// <summary>Separator of a multi-value column, else null.</summary>
    public char? Separator { get; }

    /// <summary>True for code 0 and for words that stand for "missing".</summary>
    public bool IsPlaceholder(int code) => code == 0 || _placeholder[code];

    /// <summary>Makes a column from plain strings (null or empty = missing): for tests and derived columns.</summary>
    public static TextColumn From(string name, IReadOnlyList<string?> values, ColumnType type = ColumnType.Text)
    {
        ArgumentNullException.ThrowIfNull(values);
        var codes = new int[values.Count];
        var dictionary = new List<string> { "" };
        var index = new Dictionary<string, int>(StringComparer.Ordinal) { [""] = 0 };
        for (var i = 0; i < codes.Length; i++)
        {
            var word = values[i] ?? "";
            if (!index.TryGetValue(word, out var code))
            {
                code = dictionary.Count;
                dictionary.Add(word);
                index.Add(word, code);
            }

            codes[i] = code;
        }

        return new TextColumn(name, CodeArray.From(codes, dictionary.Count), [.. dictionary], type);
    }

    /// <inheritdoc />
    public override bool IsMissing(int row) => IsPlaceholder(Codes[row]);

    /// <inheritdoc />
    public override string TextAt(int row) => IsMissing(row) ? "" : Dictionary[Codes[row]];

    /// <summary>The word as written, placeholders included.</summary>
    public string RawAt(int row) => Dictionary[Codes[row]];

    /// <inheritdoc />
    public override Column Take(ReadOnlySpan<int> rows)
    {
        var codes = new int[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            codes[i] = Codes[rows[i]];
        }

        return new TextColumn(Name, CodeArray.From(codes, Dictionary.Length), Dictionary, Type, Placeholders(), Separator);
    }

    /// <inheritdoc />
    public override Column Renamed(string name) => new TextColumn(name, Codes, Dictionary, Type, Placeholders(), Separator);

    private List<int> Placeholders()
    {
        var codes = new List<int>();
        for (var code = 1; code < _placeholder.Length; code++)
        {
            if (_placeholder[code])
            {
                codes.Add(code);
            }
        }

        return codes;
    }
}
