using System.ComponentModel.DataAnnotations;
using System.Globalization;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>What a person says about themselves, as it was typed: texts, so that what cannot be read is refused and shown again instead of lost.</summary>
public sealed class ProfileForm : IValidatableObject
{
    public string? DisplayName { get; set; }

    public string? StudentNumber { get; set; }

    public string? School { get; set; }

    public string? Unit { get; set; }

    public string? HomeTown { get; set; }

    /// <summary>字 per minute; empty for the usual pace.</summary>
    public string? Pace { get; set; }

    private string Name => DisplayName?.Trim() ?? "";

    private int? Rate => int.TryParse(Pace, CultureInfo.InvariantCulture, out var rate) ? rate : null;

    public static ProfileForm Of(AppUser account) => new()
    {
        DisplayName = account.DisplayName,
        StudentNumber = account.StudentNumber,
        School = account.School,
        Unit = account.Unit,
        HomeTown = account.HomeTown,
        Pace = account.SpeakingRate?.ToString(CultureInfo.InvariantCulture),
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        string?[] problems =
        [
            Name.Length == 0 ? "姓名不能空着。" : PersonalText.Validate(Name, "姓名", AppUser.LongestName),
            PersonalText.Validate(StudentNumber?.Trim() ?? "", "学号", AppUser.LongestNumber),
            PersonalText.Validate(School?.Trim() ?? "", "学校", AppUser.LongestSchool),
            PersonalText.Validate(Unit?.Trim() ?? "", "单位", AppUser.LongestPlace),
            PersonalText.Validate(HomeTown?.Trim() ?? "", "家乡", AppUser.LongestPlace),
            string.IsNullOrWhiteSpace(Pace) || Rate is >= AppUser.SlowestRate and <= AppUser.FastestRate ? null
                : $"语速从 {AppUser.SlowestRate} 到 {AppUser.FastestRate} 字/分；空着就按 {SpeechText.UsualRate}。",
        ];
        return problems.OfType<string>().Select(p => new ValidationResult(p));
    }

    /// <summary>Writes a form that is valid into the account.</summary>
    public void WriteTo(AppUser account)
    {
        (account.DisplayName, account.StudentNumber, account.SpeakingRate) = (Name, StudentNumber?.Trim() ?? "", Rate);
        (account.School, account.Unit, account.HomeTown) = (School?.Trim() ?? "", Unit?.Trim() ?? "", HomeTown?.Trim() ?? "");
    }
}
