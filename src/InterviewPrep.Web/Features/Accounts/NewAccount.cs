using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts.SignIn.Password;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>Makes accounts; the one way in which they come about.</summary>
public sealed class NewAccount(AppDb db, UserManager<AppUser> users, Passwords passwords, TimeProvider time)
{
    /// <param name="Password">Null for an account that signs in elsewhere.</param>
    /// <param name="IsInitial">True where the password was made for the person and must be changed.</param>
    public sealed record Order(string UserName, string DisplayName, string? Password, IReadOnlyList<string> Roles, bool IsInitial = false, string StudentNumber = "");

    /// <param name="Problem">What is wrong with the order; null where the account was made.</param>
    public sealed record Result(AppUser? User, string? Problem);

    /// <summary>
    /// Makes the account with its roles, and saves what the caller has tracked with it (the use of an invitation), all or nothing.
    /// </summary>
    public async Task<Result> MakeAsync(Order order, CancellationToken ct)
    {
        var user = new AppUser
        {
            Id = Guid.CreateVersion7(),
            UserName = order.UserName.Trim(),
            DisplayName = order.DisplayName.Trim(),
            StudentNumber = order.StudentNumber.Trim(),
            CreatedAt = time.GetUtcNow(),
            InitialPasswordUntil = order.IsInitial ? time.GetUtcNow() + InitialPassword.Lifetime : null,
        };
        if (PersonalText.ValidateUserName(user.UserName) is { } badName) return Refused(badName);
        if (order.Password is not null && passwords.Validate(order.Password, user) is { } badPassword) return Refused(badPassword);
        // Hashing is slow by intent, so it is done before the store is locked.
        if (order.Password is not null) user.PasswordHash = await passwords.HashAsync(user, order.Password, ct);
        try
        {
            await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
            if (!(await users.CreateAsync(user)).Succeeded) return Refused("这个用户名已有人用，换一个试试。");
            await users.AddToRolesAsync(user, order.Roles);
            if (transaction is not null) await transaction.CommitAsync(ct);
            return new Result(user, null);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refused("这个链接或邀请码刚刚被别人用掉了。");
        }
        catch (DbUpdateException e) when (db.IsUniqueViolation(e))
        {
            return Refused("这个用户名已有人用，换一个试试。");
        }
    }

    private Result Refused(string problem)
    {
        db.ChangeTracker.Clear();
        return new Result(null, problem);
    }
}
