using System.Text.RegularExpressions;
using Kindred.Core.Basics;

namespace Kindred.Core.Standards;

/// <summary>Recognises Korean resident registration numbers (주민등록번호) so that they are refused and never kept (PIPA art. 24-2). Never stores, returns or quotes one.</summary>
public static partial class ResidentNumber
{
    /// <summary>True when the text holds 13 digits that begin with a date of birth and a sex digit 1–8. The check digit is not asked for: numbers given since 2020-10 have none. A corporate number (법인등록번호) has 0 or 9 there in all but rare cases, and the rare ones are refused too.</summary>
    public static bool IsLikely(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<char> digits = stackalloc char[13];
        var count = 0;
        foreach (var c in text)
        {
            if (char.IsDigit(c))
            {
                if (count == 13)
                {
                    return false;
                }

                digits[count++] = (char)('0' + (int)char.GetNumericValue(c));
            }
            else if (c is not ('-' or ' ' or '.' or '*' or '–' or '\u2010' or '\u2011'))
            {
                return false;
            }
        }

        return count == 13 && IsDate(digits) && digits[6] is >= '1' and <= '8';
    }

    /// <summary>The refusal, which does not repeat the number.</summary>
    public static Reason Refusal(string subject) => new(
        "standards.resident-number",
        subject,
        new Wording(
            "주민등록번호로 보이는 13자리 숫자가 있어서 받지 않았어요. 법에 따라 저장하지도 보여 주지도 않아요. 파일에서 지우고 사업자등록번호(10자리)를 넣어 주세요.",
            "A 13-digit number that looks like a resident registration number was refused. It is neither stored nor shown, as the law demands. Remove it from the file and enter the business registration number (10 digits)."));

    /// <summary>The text with the digits of every such number inside it replaced by '*': for raw text that is kept, such as a rejected row.</summary>
    public static string Masked(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Candidates().Replace(text, found => IsLikely(found.Value) ? Digits().Replace(found.Value, "*") : found.Value);
    }

    [GeneratedRegex(@"(?<!\d)\d{6}[-–\u2010\u2011 .]{0,3}\d{7}(?!\d)")]
    private static partial Regex Candidates();

    [GeneratedRegex(@"\d")]
    private static partial Regex Digits();

    private static bool IsDate(ReadOnlySpan<char> digits)
    {
        var month = ((digits[2] - '0') * 10) + digits[3] - '0';
        var day = ((digits[4] - '0') * 10) + digits[5] - '0';
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(2000, month);
    }
}
