using Kindred.Core.Basics;

namespace Kindred.Core.Standards;

/// <summary>A place in Korea: 시도, and 시군구 where known. Names as of 2024-07; older names are read as the present ones.</summary>
/// <param name="Sido">시도: 서울특별시, 강원특별자치도.</param>
/// <param name="Sigungu">시군구: 강남구, 수원시 영통구; null when only the 시도 is known.</param>
public sealed record KoreanRegion(Wording Sido, Wording? Sigungu)
{
    /// <summary>True for 서울, 인천, 경기: the capital area (수도권).</summary>
    public bool IsCapitalArea => Sido.Ko is "서울특별시" or "인천광역시" or "경기도";
}
