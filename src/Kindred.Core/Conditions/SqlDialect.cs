namespace Kindred.Core.Conditions;

/// <summary>How one database writes what conditions need. Identifiers are always quoted; words, numbers and days are written so that no value can leave its quotes.</summary>
public sealed record SqlDialect
{
    /// <summary>Every white space that .NET trims off a tag, by code point.</summary>
    internal static IReadOnlyList<int> WhiteSpace { get; } =
        [9, 10, 11, 12, 13, 32, 0x85, 0xA0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000];

    private SqlDialect()
    {
    }

    /// <summary>
    /// SQLite 3.43 or newer. Days are text: yyyy-MM-dd, or yyyy-MM-ddTHH:mm:ss with a fraction when there is one.
    /// Identifiers stand in back quotes: what stands in double quotes and is no column would silently become a word.
    /// </summary>
    public static SqlDialect Sqlite { get; } = new()
    {
        Name = "sqlite",
        IdentifierQuote = '`',
        Collation = " COLLATE BINARY",
        Infinity = "9e999",
        Tags = "EXISTS (SELECT 1 FROM (SELECT {0} AS words) AS cell, json_each('[' || replace(json_quote(cell.words), {1}, '\",\"') || ']') AS tag WHERE trim(tag.value, {3}) IN ({2}))",
        TrimSet = "char(" + string.Join(",", WhiteSpace.Select(point => Basics.Format.Whole(point))) + ")",
        TakesParameters = true,
    };

    /// <summary>PostgreSQL 12 or newer, database in UTF-8. Days are date or timestamp without time zone.</summary>
    public static SqlDialect Postgres { get; } = new()
    {
        Name = "postgres",
        IdentifierQuote = '"',
        Collation = " COLLATE \"C\"",
        NumberCast = "::double precision",
        Infinity = "'Infinity'",
        Tags = "EXISTS (SELECT 1 FROM unnest(string_to_array({0}, {1})) AS tag(word) WHERE btrim(tag.word, {3}) COLLATE \"C\" IN ({2}))",
        TrimSet = "E'" + string.Concat(WhiteSpace.Select(point => "\\u" + Hex(point))) + "'",
        MomentLiteral = "TIMESTAMP {0}",
        MomentParameter = "CAST({0} AS timestamp)",
        TakesParameters = true,
    };

    /// <summary>ClickHouse 22 or newer, to be copied into a warehouse: literals only. Days are Date32 or DateTime64 in UTC, from 1900 to 2299.</summary>
    public static SqlDialect ClickHouse { get; } = new()
    {
        Name = "clickhouse",
        IdentifierQuote = '`',
        EscapesByBackslash = true,
        Infinity = "inf",
        Tags = "arrayExists(word -> word IN ({2}), arrayMap(word -> replaceRegexpAll(word, {3}, ''), splitByString({1}, ifNull({0}, ''))))",
        TrimSet = "'" + Edges() + "'",
        MomentLiteral = "toDateTime64({0}, 6, 'UTC')",
    };

    /// <summary>sqlite, postgres, clickhouse.</summary>
    public string Name { get; private init; } = "";

    /// <summary>True when values may travel beside the text as parameters @p0, @p1 …</summary>
    public bool TakesParameters { get; private init; }

    internal char IdentifierQuote { get; private init; }

    /// <summary>Compares words byte by byte, whatever collation the column was declared with.</summary>
    internal string Collation { get; private init; } = "";

    /// <summary>Numbers compare as doubles, whatever numeric type the column has.</summary>
    internal string NumberCast { get; private init; } = "";

    internal string Infinity { get; private init; } = "";

    /// <summary>{0} column, {1} separator, {2} wanted words, {3} white space to trim.</summary>
    internal string Tags { get; private init; } = "";

    internal string TrimSet { get; private init; } = "";

    internal string MomentLiteral { get; private init; } = "{0}";

    internal string MomentParameter { get; private init; } = "{0}";

    internal bool EscapesByBackslash { get; private init; }

    /// <summary>A name in quotes.</summary>
    /// <exception cref="ArgumentException">The name is empty or holds a NUL character, which no database can name.</exception>
    public string Identifier(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (name.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException("A name holds a NUL character.", nameof(name));
        }

        var quote = IdentifierQuote.ToString();
        var escaped = EscapesByBackslash ? name.Replace("\\", "\\\\", StringComparison.Ordinal) : name;
        return quote + escaped.Replace(quote, EscapesByBackslash ? "\\" + quote : quote + quote, StringComparison.Ordinal) + quote;
    }

    /// <summary>Words in quotes.</summary>
    /// <exception cref="ArgumentException">The words hold a NUL character or half of a surrogate pair, which no database stores.</exception>
    public string Literal(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (!SqlValues.IsStorable(words))
        {
            throw new ArgumentException("The words hold a NUL character or half of a surrogate pair.", nameof(words));
        }

        var hasBackslash = words.Contains('\\', StringComparison.Ordinal);
        if (EscapesByBackslash)
        {
            return "'" + words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal) + "'";
        }

        // What a backslash means between plain quotes is a setting of the PostgreSQL server; between E'…' it is not.
        return hasBackslash && this == Postgres
            ? "E'" + words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal) + "'"
            : "'" + words.Replace("'", "''", StringComparison.Ordinal) + "'";
    }

    /// <inheritdoc />
    public override string ToString() => Name;

    private static string Hex(int point) => point.ToString("X4", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A regular expression for white space at both ends, escaped for a literal.</summary>
    private static string Edges()
    {
        var set = "[" + string.Concat(WhiteSpace.Select(point => @"\\x{" + Hex(point) + "}")) + "]+";
        return "^" + set + "|" + set + "$";
    }
}
