namespace Kindred.Files.Columns;

/// <summary>A number as read from one cell, with the marks that were written around it.</summary>
internal struct NumberReading
{
    internal double Value;

    /// <summary>Index into <see cref="NumberWords.Currencies"/>; 0 none.</summary>
    internal byte Currency;

    /// <summary>Index into <see cref="NumberWords.Units"/> plus one; 0 none.</summary>
    internal byte Unit;

    /// <summary>Written 007: an identifier, not a number.</summary>
    internal bool HasLeadingZero;

    /// <summary>Sixteen digits or more (a double would lose the last ones), or a plus and eight or more (a telephone number).</summary>
    internal bool IsLong;

    internal bool IsWhole;

    /// <summary>A point or comma occurs, so that the decimal style matters.</summary>
    internal bool HasSeparator;
}
