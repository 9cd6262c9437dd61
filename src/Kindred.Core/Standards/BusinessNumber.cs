using Kindred.Core.Basics;

namespace Kindred.Core.Standards;

/// <summary>A Korean business registration number (사업자등록번호) whose check digit is right. A right check digit does not prove that the business exists.</summary>
/// <param name="Digits">Ten digits.</param>
/// <param name="WasPadded">True when leading zeros had been lost (Excel) and were put back: shown as a warning.</param>
public sealed record BusinessNumber(string Digits, bool WasPadded)
{
    private static readonly int[] Weights = [1, 3, 7, 1, 3, 7, 1, 3, 5];

    /// <summary>Reads a number with or without hyphens and spaces.</summary>
    /// <returns>The number, or a refusal: <c>standards.resident-number</c> (the text is never repeated), <c>standards.corporate-number</c>, <c>standards.business-number-length</c>, <c>standards.business-number-zero</c>, <c>standards.business-number-check</c>.</returns>
    public static Result<BusinessNumber> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (ResidentNumber.IsLikely(text))
        {
            return Result.Refused<BusinessNumber>(ResidentNumber.Refusal("사업자등록번호"));
        }

        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        if (text.Any(c => !char.IsAsciiDigit(c) && c is not ('-' or ' ' or '.')) || digits.Length is < 8 or > 10)
        {
            return digits.Length == 13
                ? Refused("standards.corporate-number", text, "은 13자리라서 법인등록번호로 보여요. 사업자등록번호는 10자리예요. 열을 법인등록번호로 바꿔 주세요.", " has 13 digits and looks like a corporate registration number (법인등록번호). A business registration number has 10 digits. Map the column as a corporate number.")
                : Refused("standards.business-number-length", text, "은 사업자등록번호가 아니에요. 숫자 10자리(000-00-00000)여야 해요. 원본에서 확인해 주세요.", " is not a business registration number. Expected 10 digits (000-00-00000); check the source.");
        }

        var padded = digits.Length < 10;
        digits = digits.PadLeft(10, '0');
        if (digits == "0000000000")
        {
            return Refused("standards.business-number-zero", text, "은 빈 번호예요. 실제 사업자등록번호를 넣거나 비워 두세요.", " is a placeholder. Enter the real number or leave it empty.");
        }

        return HasRightCheckDigit(digits)
            ? Result.Accepted(new BusinessNumber(digits, padded))
            : Refused("standards.business-number-check", text, "은 검증 숫자가 맞지 않아요. 한 자리가 잘못 적혔을 수 있으니 원본에서 확인해 주세요.", " fails its check digit: one digit may be mistyped. Check the source.");
    }

    /// <summary>The number as people write it: 000-00-00000.</summary>
    public override string ToString() => Digits[..3] + "-" + Digits[3..5] + "-" + Digits[5..];

    private static bool HasRightCheckDigit(string digits)
    {
        var sum = (digits[8] - '0') * 5 / 10;
        for (var i = 0; i < 9; i++)
        {
            sum += (digits[i] - '0') * Weights[i];
        }

        return (10 - (sum % 10)) % 10 == digits[9] - '0';
    }

    private static Result<BusinessNumber> Refused(string code, string text, string ko, string en) =>
        Result.Refused<BusinessNumber>(code, "사업자등록번호", "'" + text + "'" + ko, "'" + text + "'" + en);
}
