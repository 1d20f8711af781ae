import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { BoardChange } from '#libs/contracts';

const KINDS: BoardChange['kind'][] = ['move', 'swap', 'leader', 'retype'];
/** Groups on a board have their number as id. */
const GROUP = /^\d{1,4}$/;
const MOST = 1000;

const For = (...kinds: BoardChange['kind'][]): PropertyDecorator =>
  ValidateIf((change: ChangeBody) => kinds.includes(change.kind));

/** One change on the board: which fields it has depends on its kind. */
export class ChangeBody {
  @ApiProperty({ enum: KINDS })
  @IsIn(KINDS)
  kind!: BoardChange['kind'];

  @ApiPropertyOptional({ format: 'uuid', description: 'move, leader' })
  @For('move', 'leader')
  @IsUUID()
  practiceId?: string;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'move (null takes the practice out), leader, retype',
  })
  @ValidateIf(
    (change: ChangeBody) => change.kind !== 'swap' && !(change.kind === 'move' && change.groupId === null),
  )
  @Matches(GROUP)
  groupId?: string | null;

  @ApiPropertyOptional({ format: 'uuid', description: 'swap' })
  @For('swap')
  @IsUUID()
  a?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'swap' })
  @For('swap')
  @IsUUID()
  b?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'retype' })
  @IsOptional()
  @IsUUID()
  themeId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'retype' })
  @IsOptional()
  @IsUUID()
  dateId?: string;

  /** The change as the contracts name it; the rules above have checked that its fields are there. */
  static read(body: ChangeBody): BoardChange {
    const { kind, practiceId = '', groupId = null, a = '', b = '', themeId, dateId } = body;
    switch (kind) {
      case 'move':
        return { kind, practiceId, groupId };
      case 'swap':
        return { kind, a, b };
      case 'leader':
        return { kind, groupId: groupId ?? '', practiceId };
      case 'retype':
        return { kind, groupId: groupId ?? '', themeId, dateId };
    }
  }
}

export class ChangeRequest {
  @ApiProperty({ type: ChangeBody })
  @IsObject()
  @ValidateNested()
  @Type(() => ChangeBody)
  change!: ChangeBody;
}

/** A practice in its group, or leading it. */
export class SeatBody {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  practiceId!: string;

  @ApiProperty()
  @Matches(GROUP)
  groupId!: string;
}

export class PinsBody {
  @ApiProperty({ type: [SeatBody], description: 'practices that stay in the group they are in' })
  @IsArray()
  @ArrayMaxSize(MOST)
  @ValidateNested({ each: true })
  @Type(() => SeatBody)
  practices!: SeatBody[];

  @ApiProperty({ type: [String], description: 'groups that stay as they are' })
  @IsArray()
  @ArrayMaxSize(MOST)
  @Matches(GROUP, { each: true })
  groups!: string[];

  @ApiProperty({ type: [SeatBody], description: 'leaders that keep their group' })
  @IsArray()
  @ArrayMaxSize(MOST)
  @ValidateNested({ each: true })
  @Type(() => SeatBody)
  leaders!: SeatBody[];
}

export class FormingBody {
  @ApiPropertyOptional({ description: 'also while the round is open and answers may still change' })
  @IsOptional()
  @IsBoolean()
  evenIfOpen?: boolean;

  @ApiPropertyOptional({
    description: 'budget of the search in seconds; by default it depends on the number of practices',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(120)
  seconds?: number;
}

export class ImproveBody {
  @ApiPropertyOptional({ description: 'budget of the search in seconds' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(120)
  seconds?: number;
}

export class PublishBody {
  @ApiPropertyOptional({ description: 'although answers changed since' })
  @IsOptional()
  @IsBoolean()
  evenIfStale?: boolean;

  @ApiPropertyOptional({ description: 'although practices are left without a group' })
  @IsOptional()
  @IsBoolean()
  evenIfIncomplete?: boolean;
}

export class RepairMergeBody {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  from!: string;

  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  into!: string;
}

export class RepairBody {
  @ApiPropertyOptional({ type: [String], format: 'uuid' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  join?: string[];

  @ApiPropertyOptional({ type: [String], format: 'uuid' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  leave?: string[];

  @ApiPropertyOptional({ type: [RepairMergeBody] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => RepairMergeBody)
  merge?: RepairMergeBody[];
}
