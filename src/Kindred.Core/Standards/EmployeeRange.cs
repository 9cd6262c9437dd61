using System.Globalization;

namespace Kindred.Core.Standards;

/// <summary>A head count given as a range, as CRMs do ("51-200", "10,001+", "50명 미만").</summary>
/// <param name="Low">Smallest number meant.</param>
/// <param name="High">Largest number meant, or null when open.</param>
public sealed record EmployeeRange(int Low, int? High)
{
    /// <summary>One number for the range: the geometric middle, the low end when open. Never shown as if it had been counted.</summary>
    public double Middle => High is { } high ? Math.Round(Math.Sqrt(Math.Max(1.0, Low) * high)) : Low;

    /// <summary>Reads a range or a single number; null when the text is neither.</summary>
    public static EmployeeRange? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = text.Replace(",", "", StringComparison.Ordinal);
        var numbers = new List<int>();
        for (var i = 0; i < plain.Length;)
        {
            var start = i;
            while (i < plain.Length && char.IsAsciiDigit(plain[i]))
            {
                i++;
            }

            if (i == start)
            {
                i++;
            }
            else if (int.TryParse(plain.AsSpan(start, i - start), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                numbers.Add(number);
            }
            else
            {
                return null;
            }
        }

        var words = text.ToLowerInvariant();
        return numbers.Count switch
        {
            2 when numbers[0] <= numbers[1] => new EmployeeRange(numbers[0], numbers[1]),
            1 when Any(words, "미만", "less than", "under", "<", "fewer") => new EmployeeRange(0, Math.Max(0, numbers[0] - 1)),
            1 when Any(words, "이하", "up to", "≤") => new EmployeeRange(0, numbers[0]),
            1 when Any(words, "+", "이상", "more", "over", "초과", ">") => new EmployeeRange(numbers[0], null),
            1 => new EmployeeRange(numbers[0], numbers[0]),
            _ => null,
        };
    }

    private static bool Any(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
