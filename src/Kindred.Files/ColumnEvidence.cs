using Kindred.Core.Basics;
using Kindred.Core.Tables;

namespace Kindred.Files;

/// <summary>Why a column has its type.</summary>
/// <param name="Name">Header.</param>
/// <param name="Type">Type given to the whole column.</param>
/// <param name="Why">The reason in words.</param>
/// <param name="ParsedShare">Share (0–1) of filled cells, words for "missing" left out, that are values of that type; 1 for text.</param>
/// <param name="Empty">Empty cells among the accepted rows and those rejected for a cell's value.</param>
/// <param name="Placeholders">Words that stand for "missing", with how often each occurs.</param>
/// <param name="Distinct">Distinct filled values.</param>
/// <param name="DistinctIsLowerBound">True when counting stopped because nearly every cell differs.</param>
/// <param name="Currencies">Currencies found in the cells or the header, ISO 4217, with counts. More than one: the table also has a column "name (currency)".</param>
/// <param name="Unit">Unit the numbers were written in (백만원, 억, %, k), else null.</param>
/// <param name="UnitFactor">Factor by which the header's unit multiplied every cell; 1 without one. Units written in a cell multiply that cell.</param>
/// <param name="DateOrder">How the order of the date parts was decided.</param>
/// <param name="DateOrderWitness">The value that left no other order, or the columns that decided it, else null.</param>
/// <param name="Zone">Time zone written in the cells ("Z", "+09:00"), "UTC" when several were converted, else null.</param>
/// <param name="DecimalStyle">How fractions are written.</param>
/// <param name="Separator">Separator of a column with several values a cell, else null.</param>
public sealed record ColumnEvidence(
    string Name,
    ColumnType Type,
    Wording Why,
    double ParsedShare,
    long Empty,
    IReadOnlyList<WordCount> Placeholders,
    long Distinct,
    bool DistinctIsLowerBound,
    IReadOnlyList<WordCount> Currencies,
    string? Unit,
    double UnitFactor,
    DateOrderFinding DateOrder,
    string? DateOrderWitness,
    string? Zone,
    DecimalStyle DecimalStyle,
    char? Separator);

/// <summary>A word and how often it occurs.</summary>
/// <param name="Word">The word as written.</param>
/// <param name="Count">Rows.</param>
public sealed record WordCount(string Word, long Count);

/// <summary>How the order of date parts was decided for a column.</summary>
public enum DateOrderFinding
{
    /// <summary>Not a date column.</summary>
    None,

    /// <summary>Written so that only one reading exists: year first with four digits, month by name, 년 월 일.</summary>
    Unambiguous,

    /// <summary>Day, month, year.</summary>
    DayFirst,

    /// <summary>Month, day, year.</summary>
    MonthFirst,

    /// <summary>Two-digit year, month, day.</summary>
    YearFirst,

    /// <summary>Several orders fit every value and nothing else in the file decides; the column stays text and there is a question.</summary>
    Ambiguous,
}

/// <summary>How numbers of a column write fractions and thousands.</summary>
public enum DecimalStyle
{
    /// <summary>No sign that would tell: whole numbers, or not a number column.</summary>
    None,

    /// <summary>1,234.56</summary>
    Point,

    /// <summary>1.234,56</summary>
    Comma,
}
